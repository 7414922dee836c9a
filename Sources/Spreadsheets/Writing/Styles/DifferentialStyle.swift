/// The changes that a conditional format makes to a cell's style; `nil` changes nothing.
public struct DifferentialStyle: Hashable, Sendable {
  /// The color of the text.
  public var fontColor: CellColor?
  /// Whether the text is bold.
  public var isBold: Bool?
  /// Whether the text is italic.
  public var isItalic: Bool?
  /// Whether the text is struck through.
  public var isStruck: Bool?
  /// The color of the fill.
  public var fill: CellColor?
  /// The border.
  public var border: CellBorder?

  /// Makes a differential style.
  public init(
    fontColor: CellColor? = nil, isBold: Bool? = nil, isItalic: Bool? = nil, isStruck: Bool? = nil,
    fill: CellColor? = nil, border: CellBorder? = nil
  ) {
    self.fontColor = fontColor
    self.isBold = isBold
    self.isItalic = isItalic
    self.isStruck = isStruck
    self.fill = fill
    self.border = border
  }
}
