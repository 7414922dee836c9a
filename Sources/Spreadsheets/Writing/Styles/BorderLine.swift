/// One line of a cell's border.
public struct BorderLine: Hashable, Sendable {
  /// How the line is drawn.
  ///
  /// Source: ECMA-376-1:2016, 18.18.3 `ST_BorderStyle`.
  public enum Style: String, Hashable, Sendable, CaseIterable {
    /// A thin line.
    case thin
    /// A line of middle weight.
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
    /// Dashes and dots in turn.
    case dashDot
    /// Dashes of middle weight.
    case mediumDashed
  }

  /// How the line is drawn.
  public var style: Style
  /// The line's colour; `nil` leaves it to the program, which takes black.
  public var color: CellColor?

  /// Makes a line.
  public init(_ style: Style, color: CellColor? = nil) {
    self.style = style
    self.color = color
  }

  /// A thin black line.
  public static let thin = BorderLine(.thin)
}
