/// A row of a sheet with its cells.
public struct SheetRow: Hashable, Sendable {
  /// The row's number, from 1.
  public var number: Int
  /// Whether the row is hidden.
  public var isHidden: Bool
  /// Its cells in file order, including empty cells with a format.
  public var cells: [Cell]

  /// Makes a row.
  public init(number: Int, isHidden: Bool = false, cells: [Cell] = []) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }
}
