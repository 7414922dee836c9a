/// The font of a cell's text.
public struct CellFont: Hashable, Sendable {
  /// The font's name in the system, such as `Calibri` or `宋体`.
  public var name: String
  /// The size in points, 1 to 409.
  public var size: Double
  /// Whether the text is bold.
  public var isBold: Bool
  /// Whether the text is italic.
  public var isItalic: Bool
  /// Whether the text is underlined.
  public var isUnderlined: Bool
  /// Whether the text is struck through.
  public var isStruck: Bool
  /// The text's color; `nil` for the program's default, which is black.
  public var color: CellColor?

  /// Makes a font.
  public init(
    name: String = "Calibri", size: Double = 11, isBold: Bool = false, isItalic: Bool = false,
    isUnderlined: Bool = false, isStruck: Bool = false, color: CellColor? = nil
  ) {
    self.name = name
    self.size = size
    self.isBold = isBold
    self.isItalic = isItalic
    self.isUnderlined = isUnderlined
    self.isStruck = isStruck
    self.color = color
  }
}
