/// The contents of a worksheet part other than cells; complete once all rows have been read.
public struct SheetDetails: Hashable, Sendable {
  /// The merged ranges, in file order.
  public var mergedRanges: [CellRange] = []
  /// The hidden rows, as runs in file order.
  public var hiddenRows: [ClosedRange<Int>] = []
  /// The hidden columns, as runs in file order.
  public var hiddenColumns: [ClosedRange<Int>] = []
  /// The data validations.
  public var dataValidations: [DataValidation] = []
  /// The protection of the sheet, if it is protected.
  public var protection: SheetProtection?
  /// The declared used range; a hint that is often wrong.
  public var claimedDimension: CellRange?
  /// Which reader read the cells; both emit the same cells.
  package var readingPath = ReadingPath.parser(.notAsked)

  /// Makes the details of an empty sheet.
  public init() {}

  mutating func addHiddenRow(_ row: Int) {
    if let last = hiddenRows.last, last.upperBound &+ 1 == row {
      hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
    } else {
      hiddenRows.append(row...row)
    }
  }
}
