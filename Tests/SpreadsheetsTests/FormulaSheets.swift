import Diagnostics
public import Spreadsheets

/// Cells for the evaluator, written down as in a sheet: a formula begins with `=`.
struct FormulaSheets: FormulaSource {
  var names: [String]
  var cells: [[CellReference: FormulaCell]]
  var definitions: [String: String] = [:]

  init(_ sheets: [(String, [String: FormulaCell])]) {
    names = sheets.map(\.0)
    cells = sheets.map { _, cells in
      Dictionary(
        uniqueKeysWithValues: cells.compactMap { place, cell in
          CellReference(place).map { ($0, cell) }
        })
    }
  }

  init(_ cells: [String: FormulaCell]) { self.init([("Sheet1", cells)]) }

  func cell(at reference: CellReference, onSheet sheet: Int) -> FormulaCell {
    cells[sheet][reference] ?? FormulaCell()
  }

  func sheetIndex(named name: String) -> Int? {
    names.firstIndex { $0.lowercased() == name.lowercased() }
  }

  func usedRange(ofSheet sheet: Int) -> CellRange? {
    let places = cells[sheet].keys
    guard let row = places.map(\.row).max(), let column = places.map(\.column).max() else {
      return nil
    }
    return CellRange(CellReference(row: 1, column: 1), CellReference(row: row, column: column))
  }

  func definition(ofName name: String, onSheet sheet: Int) -> String? {
    definitions[name.lowercased()]
  }
}

extension FormulaCell: ExpressibleByStringLiteral, ExpressibleByFloatLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral
{
  public init(stringLiteral text: String) {
    if text.hasPrefix("=") {
      self.init(formula: String(text.dropFirst()))
    } else if text.hasPrefix("#") {
      self.init(.error(CellError(text)))
    } else {
      self.init(.text(text))
    }
  }

  public init(floatLiteral value: Double) { self.init(.number(value)) }
  public init(integerLiteral value: Int) { self.init(.number(Double(value))) }
  public init(booleanLiteral value: Bool) { self.init(.boolean(value)) }
}

extension FormulaSheets {
  /// What `formula` comes to in the cell `place` of the first sheet.
  func evaluate(_ formula: String, at place: String = "Z100") -> FormulaResult {
    var evaluator = FormulaEvaluator(self)
    guard let reference = CellReference(place) else { return .notEvaluated(.syntax(offset: 0)) }
    return evaluator.evaluate(formula, at: reference, onSheet: 0)
  }

  /// What the formula of the cell `place` of the first sheet comes to.
  func result(of place: String) -> FormulaResult {
    var evaluator = FormulaEvaluator(self)
    guard let reference = CellReference(place) else { return .notEvaluated(.syntax(offset: 0)) }
    return evaluator.result(of: reference, onSheet: 0)
  }
}

extension FormulaResult {
  /// The result in short: a number's text, `"text"`, TRUE, an error's code, or `?` and the reason.
  var described: String {
    switch self {
    case .value(.number(let number)): NumberText.fifteenDigits(of: number) ?? "?"
    case .value(.text(let text)): "\"\(text)\""
    case .value(.boolean(let truth)): truth ? "TRUE" : "FALSE"
    case .value(.error(let error)): error.code
    case .value(.empty): "empty"
    case .value(.dateText(let text)): "date \(text)"
    case .notEvaluated(let unsupportedReason): "? \(unsupportedReason.phrase.en)"
    }
  }
}
