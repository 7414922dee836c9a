import Diagnostics
import XMLStreams

/// Reads the number formats of cell formats and the properties of fonts from the styles part.
///
/// A number format in the file takes precedence over the built-in one with its ID: WPS defines IDs below 164.
final class StylesReader: XMLHandler {
  private enum State {
    case styles, codes, code, cellFormats, cellFormat, fonts, font, fills, fill, pattern, leaf
  }

  private let limits: Limits
  private let part: String
  private var namespace = MainNamespace()
  private var stack = ElementStack<State>()
  private var codes: [Int: String] = [:]
  private var ids: [Int] = []
  private var fonts: [FontStyle] = []
  private var fills: [CellColour?] = []
  private var looks: [(font: Int, fill: Int)] = []

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
    case .styles where tag.isNamed("fonts"): return .fonts
    case .styles where tag.isNamed("fills"): return .fills
    case .fonts where tag.isNamed("font"):
      fonts.append(FontStyle())
      return .font
    case .font:
      fonts[fonts.count - 1].add(tag)
      return .leaf
    case .fills where tag.isNamed("fill"):
      fills.append(nil)
      return .fill
    case .fill where tag.isNamed("patternFill"):
      return tag.attributes["patternType"].map { $0 == "solid" } ?? false ? .pattern : .leaf
    case .pattern where tag.isNamed("fgColor"):
      fills[fills.count - 1] = CellColour(tag)
      return .leaf
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
      looks.append(
        (
          tag.attributes["fontId"].flatMap { WholeNumber.parse($0.bytes) } ?? 0,
          tag.attributes["fillId"].flatMap { WholeNumber.parse($0.bytes) } ?? 0
        ))
      try limits.check(.cellFormats, ids.count)
      return .cellFormat
    default: return nil
    }
  }

  func characters(_ text: XMLSlice) {}

  func endElement(_ tag: XMLTag, at position: XMLPosition) {
    _ = stack.leave()
  }

  /// The formats read so far.
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
    return CellFormats(formats: formats, places: places, looks: fontLooks)
  }

  /// The font properties of the cell formats; empty if all are plain.
  private var fontLooks: [FontLook] {
    guard fonts.contains(where: { !$0.look.isEmpty || $0.colour != nil }) else { return [] }
    let found = looks.map { font, fill -> FontLook in
      guard fonts.indices.contains(font) else { return [] }
      var look = fonts[font].look
      if let colour = fonts[font].colour, fills.indices.contains(fill), fills[fill] == colour {
        look.insert(.hidden)
      }
      return look
    }
    return found.allSatisfy(\.isEmpty) ? [] : found
  }
}

/// The font properties that are read.
///
/// Source: ECMA-376-1:2016, 18.8.22 `font`.
struct FontStyle {
  private(set) var look: FontLook = []
  private(set) var colour: CellColour?

  /// Adds a property.
  mutating func add(_ tag: XMLTag) {
    if tag.isNamed("color") {
      colour = CellColour(tag)
    } else {
      look.formUnion(FontLook(property: tag))
    }
  }
}

extension FontLook {
  /// Makes the look from a property of a font or run, by its element's name and value.
  init(property name: XMLSlice, value: XMLSlice?) {
    if name == "strike" {
      self = value.map { $0 == "0" || $0 == "false" } ?? false ? [] : .struckOut
    } else if name == "vertAlign" {
      self = value.map { $0 == "superscript" || $0 == "subscript" } ?? false ? .raised : []
    } else {
      self = []
    }
  }

  /// Makes the look from a property of a font or run.
  init(property tag: XMLTag) {
    self.init(property: tag.localName, value: tag.attributes["val"])
  }
}

/// A color as written; two are equal if they are written alike.
struct CellColour: Hashable {
  private let text: String

  /// Reads a color; nil for an automatic one.
  init?(_ tag: XMLTag) {
    if let rgb = tag.attributes["rgb"] {
      text = "#" + rgb.string.uppercased().suffix(6)
    } else if let theme = tag.attributes["theme"] {
      text = "\(theme.string) \(tag.attributes["tint"]?.string ?? "0")"
    } else {
      return nil
    }
  }
}
