/// The destination of cells: sheet by sheet, row by row from top to bottom, from left to right.
///
/// A class, because the reader of a sheet retains it.
protocol ConvertOutput: AnyObject {
  /// Whether formulas are written; otherwise they need not be read.
  var wantsFormulas: Bool { get }

  /// Whether the codes of number formats are written; otherwise they need not be looked up.
  var wantsFormats: Bool { get }

  /// Begins a sheet.
  func beginSheet(_ name: String) throws

  /// Writes the sheet's next cell if it is a number without format or formula, the most common kind.
  func number(_ value: Double, row: Int, column: Int) throws

  /// Writes the sheet's next cell if it is a number in its shortest text.
  func decimal(_ text: UnsafeBufferPointer<UInt8>, row: Int, column: Int) throws

  /// Writes the sheet's next cell.
  func cell(_ cell: borrowing ConvertCell) throws

  /// Ends the sheet.
  func endSheet() throws

  /// Writes what is still in memory after all sheets.
  func finish() throws
}

extension ConvertOutput {
  /// An output with room for formulas has room for formats.
  var wantsFormats: Bool { wantsFormulas }

  /// Writes the number like any other cell.
  func number(_ value: Double, row: Int, column: Int) throws {
    try cell(ConvertCell(row: row, column: column, kind: .number, number: value))
  }

  /// Writes the number like any other cell.
  func decimal(_ text: UnsafeBufferPointer<UInt8>, row: Int, column: Int) throws {
    try cell(ConvertCell(row: row, column: column, kind: .decimal, text: text))
  }
}
