/// The properties of a row.
public struct RowProperties: Hashable, Sendable {
  /// The row's number, from 1.
  public var number: Int
  /// Whether the row is hidden.
  public var isHidden: Bool

  /// Makes the properties of a row.
  public init(number: Int, isHidden: Bool = false) {
    self.number = number
    self.isHidden = isHidden
  }
}
