/// Takes the cells of a sheet as they are read, without a `String` or an array for each of them.
///
///     struct Sum: CellSink {
///       var total = 0.0
///       mutating func cell(_ cell: borrowing CellView) { total += cell.number ?? 0 }
///     }
///     var sum = Sum()
///     try workbook.read(sheet, into: &sum)
///
/// Rows and cells come in the order in which the sheet's part lists them. An error that is thrown
/// ends the reading.
public protocol CellSink {
  /// Whether ``CellView/formula`` is wanted; without it formulas are passed over. True by default.
  var wantsFormulas: Bool { get }

  /// A row begins; by default nothing is done.
  mutating func beginRow(_ row: RowProperties) throws

  /// A cell of the row; also one that is empty but has a format.
  mutating func cell(_ cell: borrowing CellView) throws

  /// The row has ended; by default nothing is done.
  mutating func endRow() throws
}

extension CellSink {
  /// True: formulas are told.
  public var wantsFormulas: Bool { true }
  /// Does nothing.
  public mutating func beginRow(_ row: RowProperties) throws {}
  /// Does nothing.
  public mutating func endRow() throws {}
}
