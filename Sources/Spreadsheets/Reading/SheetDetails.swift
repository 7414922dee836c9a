/// What a sheet's part says besides its cells; complete once all rows have been read.
public struct SheetDetails: Hashable, Sendable {
  /// The merged areas, in the file's order.
  public var mergedRanges: [CellRange] = []
  /// The hidden rows, as runs in the file's order.
  public var hiddenRows: [ClosedRange<Int>] = []
  /// The hidden columns, as runs in the file's order.
  public var hiddenColumns: [ClosedRange<Int>] = []
  /// The rules for what may be typed into cells.
  public var dataValidations: [DataValidation] = []
  /// The protection of the sheet, if it is protected.
  public var protection: SheetProtection?
  /// The area that the file claims to use; a hint that is often wrong.
  public var claimedDimension: CellRange?
  /// By which road the cells were read; the same cells come by either.
  package var readingPath = ReadingPath.parser(.notAsked)

  /// Makes the details of a plain sheet.
  public init() {}

  mutating func addHiddenRow(_ row: Int) {
    if let last = hiddenRows.last, last.upperBound &+ 1 == row {
      hiddenRows[hiddenRows.count - 1] = last.lowerBound...row
    } else {
      hiddenRows.append(row...row)
    }
  }
}
