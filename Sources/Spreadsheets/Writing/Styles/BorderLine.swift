/// One line of a cell's border.
public struct BorderLine: Hashable, Sendable {
  /// The style of the line.
  ///
  /// Source: ECMA-376-1:2016, 18.18.3 `ST_BorderStyle`.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    /// A thin line.
    case thin
    /// A line of medium weight.
    case medium
    /// A thick line.
    case thick
    /// Two thin lines.
    case double
    /// The thinnest line, of dots.
    case hair
    /// A dotted line.
    case dotted
    /// A dashed line.
    case dashed
    /// Alternating dashes and dots.
    case dashDot
    /// A dashed line of medium weight.
    case mediumDashed
  }

  /// The style of the line.
  public var style: Style
  /// The line's color; `nil` for the program's default, which is black.
  public var color: CellColor?

  /// Makes a line.
  public init(_ style: Style, color: CellColor? = nil) {
    self.style = style
    self.color = color
  }

  /// A thin black line.
  public static let thin = BorderLine(.thin)
}
