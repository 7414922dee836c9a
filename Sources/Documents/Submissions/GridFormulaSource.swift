import Spreadsheets

/// The cells of a workbook's grids, as the source of its formulas.
struct GridFormulaSource: FormulaSource {
  private let grids: [Grid]
  private let formulas: WorkbookFormulas
  private let ranges: [CellRange?]
  /// The index in ``grids`` by the index among the workbook's sheets; charts have none.
  private let places: [Int: Int]
  private let sheets: [String: Int]
  private let names: NameTable

  /// Makes the source of `formulas` and the grids of `workbook`, which are those of its sheets with cells, in
  /// order.
  init(_ workbook: Workbook, _ grids: [Grid], _ formulas: WorkbookFormulas) {
    self.grids = grids
    self.formulas = formulas
    ranges = grids.map(\.usedRange)
    var places: [Int: Int] = [:]
    var sheets: [String: Int] = [:]
    for sheet in workbook.sheets {
      if sheets[sheet.name.lowercased()] == nil { sheets[sheet.name.lowercased()] = sheet.index }
      if sheet.hasCells { places[sheet.index] = places.count }
    }
    self.places = places
    self.sheets = sheets
    names = NameTable(workbook.definedNames)
  }

  /// The names' formulas, by the sheet of each name's scope and the name in lower case; a class that is made
  /// on first use, because few workbooks' formulas use names.
  private final class NameTable {
    private let definedNames: [DefinedName]

    init(_ definedNames: [DefinedName]) { self.definedNames = definedNames }

    private(set) lazy var formulas = definedNames.reduce(into: [Int?: [String: String]]()) {
      $0[$1.sheetIndex, default: [:]][$1.name.lowercased()] = $1.formula
    }
  }

  /// The index among the workbook's sheets of each grid.
  var sheetIndices: [(grid: Int, sheet: Int)] {
    places.map { ($0.value, $0.key) }.sorted { $0.0 < $1.0 }
  }

  func cell(at reference: CellReference, onSheet sheet: Int) -> FormulaCell {
    guard let place = places[sheet], grids.indices.contains(place),
      let cell = grids[place][reference.row, reference.column]
    else { return FormulaCell() }
    let formula = cell.formula == nil ? nil : formulas[place, cell.reference]
    return FormulaCell(CellValue(cell.value), formula: formula)
  }

  func sheetIndex(named name: String) -> Int? { sheets[name.lowercased()] }

  func usedRange(ofSheet sheet: Int) -> CellRange? {
    guard let place = places[sheet], ranges.indices.contains(place) else { return nil }
    return ranges[place]
  }

  func definition(ofName name: String, onSheet sheet: Int) -> String? {
    let name = name.lowercased()
    return names.formulas[sheet]?[name] ?? names.formulas[nil]?[name]
  }
}

extension Grid {
  /// The smallest range that contains every cell; nil for an empty grid.
  fileprivate var usedRange: CellRange? {
    var range: CellRange?
    for cell in cells {
      let place = CellReference(row: cell.reference.row, column: cell.reference.column)
      guard let known = range else {
        range = CellRange(place, place)
        continue
      }
      range = CellRange(
        CellReference(
          row: min(known.topLeft.row, place.row), column: min(known.topLeft.column, place.column)),
        CellReference(
          row: max(known.bottomRight.row, place.row),
          column: max(known.bottomRight.column, place.column)))
    }
    return range
  }
}

extension CellValue {
  /// Makes the workbook's value of a grid's value; a missing cached value is empty.
  init(_ value: GridValue) {
    switch value {
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .boolean(let value): self = .boolean(value)
    case .error(let code): self = .error(CellError(code))
    case .date(_, let serial): self = .number(serial)
    case .notEvaluated: self = .empty
    }
  }
}

extension GridValue {
  /// Makes the grid's value of a formula's result; nil for a result that a grid does not hold.
  init?(_ value: CellValue) {
    switch value {
    case .number(let number): self = .number(number)
    case .text(let text): self = .text(text)
    case .boolean(let value): self = .boolean(value)
    case .error(let error): self = .error(error.code)
    case .empty, .dateText: return nil
    }
  }
}
