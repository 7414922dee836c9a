/// The lines around a cell.
public struct CellBorder: Hashable, Sendable {
  /// The line on the left, if there is one.
  public var left: BorderLine?
  /// The line on the right, if there is one.
  public var right: BorderLine?
  /// The line at the top, if there is one.
  public var top: BorderLine?
  /// The line at the bottom, if there is one.
  public var bottom: BorderLine?

  /// Makes a border from its four lines.
  public init(
    left: BorderLine? = nil, right: BorderLine? = nil, top: BorderLine? = nil,
    bottom: BorderLine? = nil
  ) {
    self.left = left
    self.right = right
    self.top = top
    self.bottom = bottom
  }

  /// The same line on all four sides.
  public static func box(_ line: BorderLine) -> CellBorder {
    CellBorder(left: line, right: line, top: line, bottom: line)
  }

  /// No lines.
  public static let none = CellBorder()
}
