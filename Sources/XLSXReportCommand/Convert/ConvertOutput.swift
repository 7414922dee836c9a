/// Where cells go: sheet by sheet, row by row from top to bottom, from left to right.
///
/// A class, because what reads a sheet holds on to it meanwhile.
protocol ConvertOutput: AnyObject {
  /// Whether formulas are written; without it they need not be read.
  var wantsFormulas: Bool { get }

  /// A sheet begins.
  func beginSheet(_ name: String) throws

  /// The next cell of the sheet.
  func cell(_ cell: borrowing ConvertCell) throws

  /// The sheet has ended.
  func endSheet() throws

  /// All sheets were told: what is still in memory is written.
  func finish() throws
}
