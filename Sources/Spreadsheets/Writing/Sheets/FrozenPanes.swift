/// The rows at the top and the columns on the left of a sheet that stay in view.
public struct FrozenPanes: Hashable, Sendable {
  /// The number of rows at the top that stay in view.
  public var rows: Int
  /// The number of columns on the left that stay in view.
  public var columns: Int

  /// Freezes `rows` rows at the top and `columns` columns on the left.
  public init(rows: Int = 0, columns: Int = 0) {
    self.rows = rows
    self.columns = columns
  }
}
