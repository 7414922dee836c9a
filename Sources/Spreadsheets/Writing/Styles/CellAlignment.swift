/// The alignment of a cell's text.
public struct CellAlignment: Hashable, Sendable {
  /// The horizontal alignment.
  ///
  /// Source: ECMA-376-1:2016, 18.18.40.
  public enum Horizontal: String, Hashable, Sendable, CaseIterable {
    /// By type: text left, numbers right, booleans and errors centered.
    case general
    /// At the left edge.
    case left
    /// In the middle.
    case center
    /// At the right edge.
    case right
    /// Repeated until the cell is full.
    case fill
    /// Stretched to both edges, except for a paragraph's last line.
    case justify
    /// In the middle of this cell and the empty cells to its right.
    case centerContinuous
    /// Stretched to both edges.
    case distributed
  }

  /// The vertical alignment.
  ///
  /// Source: ECMA-376-1:2016, 18.18.88.
  public enum Vertical: String, Hashable, Sendable, CaseIterable {
    /// At the top.
    case top
    /// In the middle.
    case center
    /// At the bottom.
    case bottom
    /// Stretched from top to bottom.
    case justify
    /// Spread from top to bottom.
    case distributed
  }

  /// The direction of the text.
  public enum Rotation: Hashable, Sendable {
    /// Rotated counterclockwise by degrees, from -90 to 90.
    case degrees(Int)
    /// Letters below each other.
    case stacked
  }

  /// The horizontal alignment.
  public var horizontal: Horizontal
  /// The vertical alignment.
  public var vertical: Vertical
  /// Whether long text wraps to further lines.
  public var wrapsText: Bool
  /// The indent, in steps of about three spaces, 0 to 250.
  public var indent: Int
  /// The direction of the text.
  public var rotation: Rotation
  /// Whether text that is too wide is shrunk.
  public var shrinksToFit: Bool

  /// Makes an alignment.
  public init(
    horizontal: Horizontal = .general, vertical: Vertical = .bottom, wrapsText: Bool = false,
    indent: Int = 0, rotation: Rotation = .degrees(0), shrinksToFit: Bool = false
  ) {
    self.horizontal = horizontal
    self.vertical = vertical
    self.wrapsText = wrapsText
    self.indent = indent
    self.rotation = rotation
    self.shrinksToFit = shrinksToFit
  }

  /// The alignment of a cell without its own alignment.
  public static let standard = CellAlignment()
}
