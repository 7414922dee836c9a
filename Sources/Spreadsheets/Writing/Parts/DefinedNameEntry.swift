/// A defined name to write.
///
/// Source: ECMA-376-1:2016, 18.2.5 `definedName`.
struct DefinedNameEntry: Hashable {
  /// A name with the index of its sheet.
  struct Placed: Hashable {
    var entry: DefinedNameEntry
    var sheet: Int?
  }

  var name: String
  var formula: String
  var sheet: String?
  var isHidden = false

  /// The user's names and the built-in names for printing and filters, in Excel's order: by name, then by
  /// sheet.
  static func sorted(
    _ names: [DefinedNameEntry], sheets: [WorkbookState.Sheet]
  ) throws -> [Placed] {
    var placed: [Placed] = []
    for entry in names {
      guard let sheet = entry.sheet else {
        placed.append(.init(entry: entry))
        continue
      }
      guard let place = sheets.firstIndex(where: { $0.name.lowercased() == sheet.lowercased() })
      else { throw WorkbookWriterError(.definedNameSheet(sheet)) }
      placed.append(.init(entry: entry, sheet: place))
    }
    for (place, sheet) in sheets.enumerated() {
      placed += builtIn(of: sheet).map { .init(entry: $0, sheet: place) }
    }
    placed.sort { ($0.key, $0.sheet ?? -1) < ($1.key, $1.sheet ?? -1) }
    for (one, next) in zip(placed, placed.dropFirst()) where one.key == next.key {
      guard one.sheet != next.sheet else {
        throw WorkbookWriterError(.definedNameTwice(next.entry.name), sheet: next.entry.sheet)
      }
    }
    return placed
  }

  static func builtIn(of sheet: WorkbookState.Sheet) -> [DefinedNameEntry] {
    let prefix = SheetName.quoted(sheet.name) + "!"
    var names: [DefinedNameEntry] = []
    if let filter = sheet.filter {
      names.append(
        .init(
          name: "_xlnm._FilterDatabase", formula: prefix + filter.absoluteText, isHidden: true))
    }
    if let area = sheet.layout.print?.area {
      names.append(.init(name: "_xlnm.Print_Area", formula: prefix + area.absoluteText))
    }
    var titles: [String] = []
    if let columns = sheet.layout.print?.repeatedColumns {
      let first = CellReference(row: 1, column: columns.lowerBound).columnLetters
      let last = CellReference(row: 1, column: columns.upperBound).columnLetters
      titles.append(prefix + "$\(first):$\(last)")
    }
    if let rows = sheet.layout.print?.repeatedRows {
      titles.append(prefix + "$\(rows.lowerBound):$\(rows.upperBound)")
    }
    if !titles.isEmpty {
      names.append(
        .init(name: "_xlnm.Print_Titles", formula: titles.joined(separator: ",")))
    }
    return names
  }

  /// Whether Excel accepts `name`: a letter, underscore or backslash, then letters, digits, full stops and
  /// underscores, at most 255 in all, and not a cell reference in A1 or R1C1 style.
  static func isValid(_ name: String) -> Bool {
    guard (1...255).contains(name.utf16.count), let first = name.unicodeScalars.first,
      first == "_" || first == "\\" || first.properties.isAlphabetic,
      name.unicodeScalars.allSatisfy(isNameCharacter)
    else { return false }
    return CellReference(name) == nil && !looksLikeRowAndColumn(name)
  }

  private static func isNameCharacter(_ character: Unicode.Scalar) -> Bool {
    if "._\\?".unicodeScalars.contains(character) { return true }
    let properties = character.properties
    return properties.isAlphabetic || properties.numericType != nil
      || properties.generalCategory == .nonspacingMark
  }

  /// Whether `name` looks like `R1C1`, `R` or `C5`.
  private static func looksLikeRowAndColumn(_ name: String) -> Bool {
    var rest = name.uppercased().utf8[...]
    let hasRow = rest.first == UInt8(ascii: "R")
    if hasRow { rest = rest.dropFirst().drop { (0x30...0x39).contains($0) } }
    if rest.first == UInt8(ascii: "C") {
      return rest.dropFirst().allSatisfy { (0x30...0x39).contains($0) }
    }
    return hasRow && rest.isEmpty
  }
}

extension DefinedNameEntry.Placed {
  fileprivate var key: String { entry.name.lowercased() }
}
