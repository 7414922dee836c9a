/// The width, style and state of one or several adjacent columns.
public struct ColumnLayout: Hashable, Sendable {
  /// The columns, from 1.
  public var columns: ClosedRange<Int>
  /// The width in characters of the default font, 0 to 255; `nil` for the program's default.
  public var width: Double?
  /// The style of cells that do not exist.
  public var style: StyleIndex
  /// Whether the columns are hidden.
  public var isHidden: Bool
  /// The outline level of the columns, 0 to 7.
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
