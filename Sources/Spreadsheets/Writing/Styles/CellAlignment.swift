/// Where a cell's text stands in the cell.
public struct CellAlignment: Hashable, Sendable {
  /// Where the text stands from left to right.
  ///
  /// Source: ECMA-376-1:2016, 18.18.40.
  public enum Horizontal: String, Hashable, Sendable, CaseIterable {
    /// By kind: text left, numbers right, booleans and errors in the middle.
    case general
    /// At the left edge.
    case left
    /// In the middle.
    case center
    /// At the right edge.
    case right
    /// Repeated until the cell is full.
    case fill
    /// Stretched to both edges, but for a paragraph's last line.
    case justify
    /// In the middle of this cell and the empty ones to its right.
    case centerContinuous
    /// Stretched to both edges.
    case distributed
  }

  /// Where the text stands from top to bottom.
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

  /// Which way the text runs.
  public enum Rotation: Hashable, Sendable {
    /// Turned by degrees against the clock, from -90 to 90.
    case degrees(Int)
    /// Letter below letter.
    case stacked
  }

  /// Where the text stands from left to right.
  public var horizontal: Horizontal
  /// Where the text stands from top to bottom.
  public var vertical: Vertical
  /// Whether long text goes on in further lines of the cell.
  public var wrapsText: Bool
  /// How far the text is moved in, in steps of about three spaces, 0 to 250.
  public var indent: Int
  /// Which way the text runs.
  public var rotation: Rotation
  /// Whether text that is too wide is drawn smaller.
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

  /// The alignment of a cell that has none of its own.
  public static let standard = CellAlignment()
}
