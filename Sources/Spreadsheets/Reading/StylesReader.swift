import Limits
import XMLStreams

/// Reads the styles part as far as the number formats of cells.
///
/// A format of the file's own counts before the built-in one with its id: WPS gives ids below 164
/// codes of its own.
final class StylesReader: XMLHandler {
  private enum State { case styles, codes, code, cellFormats, cellFormat }

  private let limits: Limits
  private let part: String
  private var namespace = MainNamespace()
  private var stack = ElementStack<State>()
  private var codes: [Int: String] = [:]
  private var ids: [Int] = []

  init(part: String, limits: Limits) {
    self.part = part
    self.limits = limits
  }

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    let isMain = namespace.contains(tag)
    if stack.isEmpty {
      guard isMain, tag.isNamed("styleSheet") else {
        throw WorkbookError(
          .malformedPart, Fault.root(expected: "styleSheet"), part: part, line: position.line)
      }
      return stack.enter(.styles)
    }
    guard isMain else { return stack.enterForeign(tag) }
    stack.enter(try enter(tag))
  }

  private func enter(_ tag: XMLTag) throws -> State? {
    switch stack.current {
    case .styles where tag.isNamed("numFmts"): return .codes
    case .styles where tag.isNamed("cellXfs"): return .cellFormats
    case .codes where tag.isNamed("numFmt"):
      if let id = tag.attributes["numFmtId"].flatMap({ Int($0.string) }),
        let code = tag.attributes["formatCode"]
      {
        codes[id] = code.string
        try limits.check(.cellFormats, codes.count)
      }
      return .code
    case .cellFormats where tag.isNamed("xf"):
      ids.append(tag.attributes["numFmtId"].flatMap { Int($0.string) } ?? 0)
      try limits.check(.cellFormats, ids.count)
      return .cellFormat
    default: return nil
    }
  }

  func characters(_ text: XMLSlice) {}

  func endElement(_ tag: XMLTag, at position: XMLPosition) {
    _ = stack.leave()
  }

  /// The formats that have been read.
  var formats: CellFormats {
    var formats: [NumberFormat] = []
    var known: [Int: UInt32] = [:]
    let places = ids.map { id in
      if let place = known[id] { return place }
      let format =
        codes[id].map { NumberFormat(id: id, code: $0) } ?? NumberFormat.builtIn(id) ?? .general
      let place = UInt32(truncatingIfNeeded: formats.count)
      formats.append(format)
      known[id] = place
      return place
    }
    return CellFormats(formats: formats, places: places)
  }
}
