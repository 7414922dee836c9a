/// Where cells go: sheet by sheet, row by row from top to bottom, from left to right.
///
/// A class, because what reads a sheet holds on to it meanwhile.
protocol ConvertOutput: AnyObject {
  /// Whether formulas are written; without it they need not be read.
  var wantsFormulas: Bool { get }

  /// Whether the codes of number formats are written; without it they need not be looked up.
  var wantsFormats: Bool { get }

  /// A sheet begins.
  func beginSheet(_ name: String) throws

  /// The next cell of the sheet, where it is a number without format or formula: the commonest kind.
  func number(_ value: Double, row: Int, column: Int) throws

  /// The next cell of the sheet, where it is a number by its shortest text.
  func decimal(_ text: UnsafeBufferPointer<UInt8>, row: Int, column: Int) throws

  /// The next cell of the sheet.
  func cell(_ cell: borrowing ConvertCell) throws

  /// The sheet has ended.
  func endSheet() throws

  /// All sheets were told: what is still in memory is written.
  func finish() throws
}

extension ConvertOutput {
  /// What has room for formulas has room for formats.
  var wantsFormats: Bool { wantsFormulas }

  /// Hands the number on as any other cell.
  func number(_ value: Double, row: Int, column: Int) throws {
    try cell(ConvertCell(row: row, column: column, kind: .number, number: value))
  }

  /// Hands the number on as any other cell.
  func decimal(_ text: UnsafeBufferPointer<UInt8>, row: Int, column: Int) throws {
    try cell(ConvertCell(row: row, column: column, kind: .decimal, text: text))
  }
}
