/// The fill of a cell.
public enum CellFill: Hashable, Sendable {
  /// No fill.
  case none
  /// One color.
  case solid(CellColor)
  /// A pattern of one color on another.
  case pattern(FillPattern, foreground: CellColor, background: CellColor)
}
