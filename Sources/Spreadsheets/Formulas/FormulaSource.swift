/// The cells that formulas are evaluated over, as a program keeps them.
///
/// Sheets are told apart by their index among the workbook's sheets, from 0.
public protocol FormulaSource {
  /// The cell at `reference`; an empty one where there is none.
  func cell(at reference: CellReference, onSheet sheet: Int) -> FormulaCell
  /// The index of the sheet called `name`, whatever the case of its letters.
  func sheetIndex(named name: String) -> Int?
  /// The smallest range that holds every cell of the sheet; nil for an empty sheet.
  ///
  /// Whole columns and rows in formulas are read only as far as this.
  func usedRange(ofSheet sheet: Int) -> CellRange?
  /// What the defined name `name` stands for where it is used on `sheet`: the sheet's own name goes before the
  /// workbook's, and the case of letters does not count. Relative references in it are those that it has in A1.
  func definition(ofName name: String, onSheet sheet: Int) -> String?
}

/// A cell as a formula sees it.
public struct FormulaCell: Hashable, Sendable {
  /// What it holds; for a formula the stored result.
  public var value: CellValue
  /// Its formula, if it has one.
  public var formula: CellFormula?

  /// Makes a cell with the text of its formula, without the equals sign.
  public init(_ value: CellValue = .empty, formula: String? = nil) {
    self.init(value, formula: formula.map { CellFormula($0) })
  }

  /// Makes a cell.
  public init(_ value: CellValue, formula: CellFormula?) {
    self.value = value
    self.formula = formula
  }
}
