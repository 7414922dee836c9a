/// The cells over which formulas are evaluated, as a program stores them.
///
/// Sheets are identified by their index in the workbook, from 0.
public protocol FormulaSource {
  /// The cell at `reference`; an empty one if it does not exist.
  func cell(at reference: CellReference, onSheet sheet: Int) -> FormulaCell
  /// The index of the sheet named `name`, ignoring case.
  func sheetIndex(named name: String) -> Int?
  /// The smallest range that contains every cell of the sheet; nil for an empty sheet.
  ///
  /// Whole columns and rows in formulas are read only within this range.
  func usedRange(ofSheet sheet: Int) -> CellRange?
  /// The definition of the name `name` used on `sheet`: a name of the sheet takes precedence over one of the
  /// workbook, and case is ignored. Relative references in it are relative to A1.
  func definition(ofName name: String, onSheet sheet: Int) -> String?
}

/// A cell for the evaluation of formulas.
public struct FormulaCell: Hashable, Sendable {
  /// The value; for a formula, the cached value.
  public var value: CellValue
  /// Its formula, if it has one.
  public var formula: CellFormula?

  /// Makes a cell; the text of the formula has no equals sign.
  public init(_ value: CellValue = .empty, formula: String? = nil) {
    self.init(value, formula: formula.map { CellFormula($0) })
  }

  /// Makes a cell.
  public init(_ value: CellValue, formula: CellFormula?) {
    self.value = value
    self.formula = formula
  }
}
