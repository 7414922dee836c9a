/// What the ground of a cell is filled with.
public enum CellFill: Hashable, Sendable {
  /// Nothing.
  case none
  /// One colour.
  case solid(CellColor)
  /// A pattern of one colour on another.
  case pattern(FillPattern, foreground: CellColor, background: CellColor)
}
