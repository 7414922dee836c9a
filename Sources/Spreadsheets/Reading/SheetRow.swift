/// A row of a sheet with its cells.
public struct SheetRow: Hashable, Sendable {
  /// The row's number, from 1.
  public var number: Int
  /// Whether the row is hidden.
  public var isHidden: Bool
  /// Its cells in the order of the file, empty ones with a format among them.
  public var cells: [Cell]

  /// Makes a row.
  public init(number: Int, isHidden: Bool = false, cells: [Cell] = []) {
    self.number = number
    self.isHidden = isHidden
    self.cells = cells
  }
}
