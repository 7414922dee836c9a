/// The height, style and state of a row.
public struct RowLayout: Hashable, Sendable {
  /// The height in points, 0 to 409.5; `nil` for the program's default.
  public var height: Double?
  /// The style of cells that do not exist; `nil` for none.
  public var style: StyleIndex?
  /// Whether the row is hidden.
  public var isHidden: Bool
  /// The outline level of the row, 0 to 7.
  public var outlineLevel: Int

  /// Makes a row's layout.
  public init(
    height: Double? = nil, style: StyleIndex? = nil, isHidden: Bool = false, outlineLevel: Int = 0
  ) {
    self.height = height
    self.style = style
    self.isHidden = isHidden
    self.outlineLevel = outlineLevel
  }

  /// The layout of a row without its own properties.
  public static let standard = RowLayout()
}
