/// A rectangle of cells in one sheet, such as `A1:C5`, including both corners.
///
/// Source: ECMA-376-1:2016, 18.18.62 `ST_Ref`.
public struct CellRange: Hashable, Sendable {
  /// The upper left corner.
  public var topLeft: CellReference
  /// The lower right corner.
  public var bottomRight: CellReference

  /// Makes the smallest range that contains `first` and `second`, in any order.
  public init(_ first: CellReference, _ second: CellReference) {
    topLeft = CellReference(
      row: min(first.row, second.row), column: min(first.column, second.column))
    bottomRight = CellReference(
      row: max(first.row, second.row), column: max(first.column, second.column))
  }

  /// Parses a range such as `A1:C5`, or a single cell; nil for anything else.
  public init?(_ text: some StringProtocol) { self.init(utf8: text.utf8) }

  /// Parses a range in UTF-8; nil for anything else.
  init?(utf8 bytes: some Collection<UInt8>) {
    let colon = bytes.firstIndex(of: UInt8(ascii: ":"))
    guard let first = CellReference(utf8: bytes[..<(colon ?? bytes.endIndex)]) else { return nil }
    guard let colon else {
      self.init(first, first)
      return
    }
    guard let second = CellReference(utf8: bytes[bytes.index(after: colon)...]) else { return nil }
    self.init(first, second)
  }

  /// The rows of the range.
  public var rows: ClosedRange<Int> { topLeft.row...bottomRight.row }

  /// The columns of the range.
  public var columns: ClosedRange<Int> { topLeft.column...bottomRight.column }

  /// The number of cells.
  public var cellCount: Int { rows.count * columns.count }

  /// Whether the range contains `reference`.
  public func contains(_ reference: CellReference) -> Bool {
    rows.contains(reference.row) && columns.contains(reference.column)
  }
}

extension CellRange: CustomStringConvertible {
  /// The range in A1 style; a single cell without a colon.
  public var description: String {
    topLeft == bottomRight ? topLeft.description : "\(topLeft):\(bottomRight)"
  }
}
