/// What a conditional format changes about a cell's look; `nil` leaves it as it is.
public struct DifferentialStyle: Hashable, Sendable {
  /// The colour of the text.
  public var fontColor: CellColor?
  /// Whether the text is bold.
  public var isBold: Bool?
  /// Whether the text is italic.
  public var isItalic: Bool?
  /// Whether a line goes through the text.
  public var isStruck: Bool?
  /// The colour of the ground.
  public var fill: CellColor?
  /// The lines around the cell.
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
