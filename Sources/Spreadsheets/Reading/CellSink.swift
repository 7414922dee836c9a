/// Receives the cells of a sheet as they are read, without a `String` or an array for each of them.
///
///     struct Sum: CellSink {
///       var total = 0.0
///       mutating func cell(_ cell: borrowing CellView) { total += cell.number ?? 0 }
///     }
///     var sum = Sum()
///     try workbook.read(sheet, into: &sum)
///
/// Rows and cells arrive in the order of the worksheet part. An error that is thrown ends the reading.
public protocol CellSink {
  /// Whether ``CellView/formula`` is needed; otherwise formulas are skipped. True by default.
  var wantsFormulas: Bool { get }

  /// Called at the beginning of a row; does nothing by default.
  mutating func beginRow(_ row: RowProperties) throws

  /// Called for each cell of the row, including empty cells with a format.
  mutating func cell(_ cell: borrowing CellView) throws

  /// Called at the end of the row; does nothing by default.
  mutating func endRow() throws
}

extension CellSink {
  /// True: formulas are read.
  public var wantsFormulas: Bool { true }
  /// Does nothing.
  public mutating func beginRow(_ row: RowProperties) throws {}
  /// Does nothing.
  public mutating func endRow() throws {}
}
