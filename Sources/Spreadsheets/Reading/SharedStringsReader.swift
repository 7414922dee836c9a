import Diagnostics
import XMLStreams

/// Reads the shared strings part: rich text is joined, phonetic text is omitted.
///
/// Leading and trailing white space is kept with and without `xml:space`: nothing is lost, and the standard
/// leaves the default to the application.
final class SharedStringsReader: XMLHandler {
  private enum State { case table, item, run, properties, property, text }

  private let part: String
  private var namespace = MainNamespace()
  private var stack = ElementStack<State>()
  private var piece: [UInt8] = []
  private var look: FontLook = []

  /// The strings read so far, by this reader or the scanner.
  var strings: SharedStringsBuilder

  init(part: String, limits: Limits) {
    self.part = part
    strings = SharedStringsBuilder(limits: limits)
  }

  /// Whether the innermost open element is `<sst>`.
  var isInTable: Bool { stack.current == .table }

  /// The prefixes declared by `<sst>`.
  private(set) var boundPrefixes = BoundPrefixes()

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    let isMain = namespace.contains(tag)
    if stack.isEmpty {
      guard isMain, tag.isNamed("sst") else {
        throw WorkbookError(
          .malformedPart, Fault.root(expected: "sst"), part: part, line: position.line)
      }
      boundPrefixes.add(tag.declarations)
      return stack.enter(.table)
    }
    guard isMain else { return stack.enterForeign(tag) }
    switch stack.current {
    case .table where tag.isNamed("si"): stack.enter(.item)
    case .item where tag.isNamed("r"):
      look = []
      strings.beginRun()
      stack.enter(.run)
    case .run where tag.isNamed("rPr"): stack.enter(.properties)
    case .properties:
      look.formUnion(FontLook(property: tag))
      stack.enter(.property)
    case .item where tag.isNamed("t"), .run where tag.isNamed("t"): stack.enter(.text)
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
    case .item: try strings.endText()
    case .run: strings.endRun(look)
    case .table, .properties, .property, nil: break
    }
  }
}
