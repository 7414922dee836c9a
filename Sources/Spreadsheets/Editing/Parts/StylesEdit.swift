import OpenPackaging
import XMLStreams

/// A styles part to which formats are appended.
///
/// Source: ECMA-376-1:2016, 18.8.39 `styleSheet`.
struct StylesEdit {
  private var part: EditablePart
  private var counts: [String: Int] = [:]
  private var added: [String: [UInt8]] = [:]
  private var addedCounts: [String: Int] = [:]
  private let formats: [EditablePart.Child]
  private var known: [CellStyle: StyleIndex] = [:]
  private let workbook: WorkbookIdentity
  private var restyled: [Restyled: Int] = [:]
  private var fills: [CellFill: Int] = [:]
  private var numberFormats: [String: Int] = [:]
  private var redefined: Set<Int> = []
  private var nextNumberFormat = StyleTable.firstCustomFormat

  private struct Restyled: Hashable {
    var original: Int
    var change: StyleChange
  }

  /// The children of the root element in the schema's order.
  private static let order = [
    "numFmts", "fonts", "fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs",
    "tableStyles", "colors", "extLst",
  ]

  init(_ part: EditablePart, of workbook: WorkbookIdentity) throws {
    self.workbook = workbook
    self.part = part
    let children = part.children
    guard part.isNamed("styleSheet") else {
      throw WorkbookEditorError(.unusualMarkup, part: part.name.path)
    }
    for child in children { counts[child.name] = part.children(in: child.content).count }
    let cellXfs = children.first { $0.name == "cellXfs" }
    formats = cellXfs.map { part.children(in: $0.content) } ?? []
    let numberFormats = children.first { $0.name == "numFmts" }
    for child in numberFormats.map({ part.children(in: $0.content) }) ?? [] {
      guard let identifier = MarkupScanner(part.bytes).number("numFmtId", of: child.tag) else {
        continue
      }
      redefined.insert(identifier)
      nextNumberFormat = max(nextNumberFormat, min(identifier, 1 << 30) + 1)
    }
  }

  /// Whether anything was added.
  var isChanged: Bool { !added.isEmpty }

  /// The name of the part.
  var name: PartName { part.name }

  /// The index of a copy of the cell format `original` with `change` applied.
  mutating func index(of original: Int, changedBy change: StyleChange) throws -> Int {
    let original = formats.indices.contains(original) ? original : 0
    let key = Restyled(original: original, change: change)
    if let index = restyled[key] { return index }
    guard !formats.isEmpty else {
      let style = CellStyle(
        fill: change.fill.map { .solid($0) } ?? .none,
        numberFormat: change.numberFormat ?? "General")
      let index = try index(of: style).offset
      restyled[key] = index
      return index
    }
    let format = formats[original]
    var attributes: [(String, String)] = []
    if let color = change.fill {
      attributes += [("fillId", String(try fillIndex(.solid(color)))), ("applyFill", "1")]
    }
    if let code = change.numberFormat {
      attributes += [("numFmtId", String(try numberFormat(code))), ("applyNumberFormat", "1")]
    }
    var copy = Splices()
    let scanner = MarkupScanner(part.bytes)
    for (name, value) in attributes {
      let old = scanner.attributes(of: format.tag).first {
        part.bytes[$0.name].elementsEqual(name.utf8)
      }
      if let old {
        copy.replace(old.value, with: value)
      } else {
        copy.insert(
          " \(name)=\"\(value)\"", at: EditablePart.behindLastAttribute(format.tag, part.bytes))
      }
    }
    let end = part.bytes.count
    copy.replace(0..<format.range.lowerBound, with: [])
    copy.replace(format.range.upperBound..<end, with: [])
    let index = try add(copy.applied(to: part.bytes), to: "cellXfs")
    restyled[key] = index
    return index
  }

  /// The index of a cell format for `style`.
  mutating func index(of style: CellStyle) throws -> StyleIndex {
    if let index = known[style] { return index }
    // All checks of styles are in one place.
    var check = try StyleTable(standardFont: CellFont())
    _ = try check.index(of: style)
    var format = StyleTable.Format(
      font: 0, fill: try fillIndex(style.fill), border: 0, numberFormat: 0,
      alignment: style.alignment, isLocked: style.isLocked, hidesFormula: style.hidesFormula)
    if let font = style.font {
      format.font = try add(try markup { StylesPart.write(font, to: &$0) }, to: "fonts")
    }
    if style.border != .none {
      format.border = try add(try markup { StylesPart.write(style.border, to: &$0) }, to: "borders")
    }
    format.numberFormat = try numberFormat(style.numberFormat)
    let index = StyleIndex(
      offset: try add(try markup { StylesPart.write(format, to: &$0) }, to: "cellXfs"),
      of: workbook)
    known[style] = index
    return index
  }

  /// The index of a differential format.
  mutating func index(of style: DifferentialStyle) throws -> Int {
    try add(try markup { StylesPart.write(style, to: &$0) }, to: "dxfs")
  }

  /// The part with all additions.
  func bytes() -> [UInt8] {
    var part = part
    for name in Self.order {
      guard let markup = added[name] else { continue }
      let count = (counts[name] ?? 0) + (addedCounts[name] ?? 0)
      if let child = part.children.first(where: { $0.name == name }) {
        part.append(markup, to: child)
        if MarkupScanner(part.bytes).attribute("count", of: child.tag) != nil {
          part.set("count", String(count), of: child.tag)
        }
      } else {
        let open = part.open(name) + " count=\"\(count)\">"
        part.splices.insert(
          Array(open.utf8) + markup + Array(part.close(name).utf8),
          at: part.place(of: name, order: Self.order))
      }
    }
    return part.edited
  }

  private mutating func fillIndex(_ fill: CellFill) throws -> Int {
    guard fill != .none else { return 0 }
    if let index = fills[fill] { return index }
    let index = try add(try markup { StylesPart.write(fill, to: &$0) }, to: "fills")
    fills[fill] = index
    return index
  }

  private mutating func numberFormat(_ code: String) throws -> Int {
    if let builtIn = StyleTable.builtInFormat(code), !redefined.contains(builtIn) {
      return builtIn
    }
    if let known = numberFormats[code] { return known }
    let identifier = nextNumberFormat
    nextNumberFormat += 1
    numberFormats[code] = identifier
    _ = try add(
      try markup { xml in
        xml.start("numFmt")
        xml.attribute("numFmtId", identifier)
        xml.attribute("formatCode", CellText.encoded(code))
        xml.end()
      }, to: "numFmts")
    return identifier
  }

  /// Adds the default entries, which programs expect first, to an empty list.
  private mutating func seed(_ name: String) throws {
    guard (counts[name] ?? 0) + (addedCounts[name] ?? 0) == 0 else { return }
    let start = try StyleTable(standardFont: CellFont())
    switch name {
    case "fonts":
      _ = append(try markup { StylesPart.write(CellFont(), to: &$0) }, to: name)
    case "fills":
      for fill in start.fills.values {
        _ = append(try markup { StylesPart.write(fill, to: &$0) }, to: name)
      }
    case "cellStyleXfs":
      _ = append(try markup { StylesPart.writeStyleFormat(to: &$0) }, to: name)
    case "borders":
      _ = append(try markup { StylesPart.write(CellBorder.none, to: &$0) }, to: name)
    case "cellXfs":
      for list in ["fonts", "fills", "borders", "cellStyleXfs"] { try seed(list) }
      for format in start.formats.values {
        _ = append(try markup { StylesPart.write(format, to: &$0) }, to: name)
      }
    default: break
    }
  }

  private mutating func add(_ markup: [UInt8], to name: String) throws -> Int {
    try seed(name)
    return append(markup, to: name)
  }

  private mutating func append(_ markup: [UInt8], to name: String) -> Int {
    let place = (counts[name] ?? 0) + (addedCounts[name] ?? 0)
    added[name, default: []] += markup
    addedCounts[name, default: 0] += 1
    return place
  }

  /// An element as the writer makes it, in the namespace of this part.
  private func markup(_ body: (inout XMLWriter) -> Void) throws -> [UInt8] {
    try part.markup(body)
  }
}
