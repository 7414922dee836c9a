/// The width, style and state of one or several columns side by side.
public struct ColumnLayout: Hashable, Sendable {
  /// The columns, counted from 1.
  public var columns: ClosedRange<Int>
  /// The width in characters of the standard font, 0 to 255; `nil` leaves it to the program.
  public var width: Double?
  /// The style of cells that are not written.
  public var style: StyleIndex
  /// Whether the columns are hidden.
  public var isHidden: Bool
  /// The level of the outline that the columns belong to, 0 to 7.
  public var outlineLevel: Int

  /// Makes the layout of several columns.
  public init(
    _ columns: ClosedRange<Int>, width: Double? = nil, style: StyleIndex = .standard,
    isHidden: Bool = false, outlineLevel: Int = 0
  ) {
    self.columns = columns
    self.width = width
    self.style = style
    self.isHidden = isHidden
    self.outlineLevel = outlineLevel
  }

  /// Makes the layout of one column.
  public init(
    _ column: Int, width: Double? = nil, style: StyleIndex = .standard, isHidden: Bool = false,
    outlineLevel: Int = 0
  ) {
    self.init(
      column...column, width: width, style: style, isHidden: isHidden, outlineLevel: outlineLevel)
  }
}
