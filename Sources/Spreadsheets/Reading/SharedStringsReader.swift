import Limits
import XMLStreams

/// Reads the shared strings part: rich text put together, phonetic text left out.
///
/// White space at the ends of a text is kept with and without `xml:space`: nothing is lost, and the
/// standard leaves what applies without it to the application.
final class SharedStringsReader: XMLHandler {
  private enum State { case table, item, run, text }

  private let limits: Limits
  private let part: String
  private var stack = ElementStack<State>()
  private var piece: [UInt8] = []

  /// What has been read so far.
  private(set) var strings = SharedStrings()

  init(part: String, limits: Limits) {
    self.part = part
    self.limits = limits
  }

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    let isMain = SpreadsheetNamespaces.isMain(tag.namespace)
    if stack.isEmpty {
      guard isMain, tag.localName == "sst" else {
        throw WorkbookError(
          .malformedPart, Fault.root(expected: "sst"), part: part, line: position.line)
      }
      return stack.enter(.table)
    }
    guard isMain else { return stack.enterForeign(tag) }
    switch stack.current {
    case .table where tag.localName == "si": stack.enter(.item)
    case .item where tag.localName == "r": stack.enter(.run)
    case .item where tag.localName == "t", .run where tag.localName == "t": stack.enter(.text)
    default: stack.enter(nil)
    }
  }

  func characters(_ text: XMLSlice) {
    guard case .text = stack.current else { return }
    piece.append(contentsOf: text.bytes)
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) throws {
    switch stack.leave() {
    case .text:
      piece.withUnsafeBufferPointer { strings.append($0) }
      piece.removeAll(keepingCapacity: true)
    case .item:
      strings.endText()
      try limits.check(.sharedStrings, strings.count)
      try limits.check(.sharedStringBytes, strings.byteCount)
    case .table, .run, nil: break
    }
  }
}
