/// Where cells go: sheet by sheet, row by row from top to bottom, from left to right.
protocol ConvertOutput {
  /// Whether formulas are written; without it they need not be read.
  var wantsFormulas: Bool { get }

  /// A sheet begins.
  mutating func beginSheet(_ name: String) throws

  /// The next cell of the sheet.
  mutating func cell(_ cell: borrowing ConvertCell) throws

  /// The sheet has ended.
  mutating func endSheet() throws

  /// All sheets were told: what is still in memory is written.
  mutating func finish() throws
}
