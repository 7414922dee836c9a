/// What an expression comes to while a formula is evaluated.
enum FormulaOperand {
  /// One value; an error is thrown instead.
  case value(CellValue)
  /// A range of cells, within what its sheet uses.
  case area(FormulaCells)
  /// A block of values, as only ``FormulaEvaluator`` makes them for SUMPRODUCT.
  case array(FormulaArray)
}

/// A range of cells of one sheet.
struct FormulaCells {
  let sheet: Int
  /// The range as it is written.
  let range: CellRange
  /// The part of it that its sheet uses; nil when that is nothing.
  let used: CellRange?
}

/// A block of values, row by row; an error stands as a value.
struct FormulaArray {
  var rows: Int
  var columns: Int
  var values: [CellValue]
}
