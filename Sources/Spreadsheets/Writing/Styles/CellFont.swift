/// How the text of a cell looks.
public struct CellFont: Hashable, Sendable {
  /// The font's name as the system knows it, such as `Calibri` or `宋体`.
  public var name: String
  /// The size in points, 1 to 409.
  public var size: Double
  /// Whether the text is bold.
  public var isBold: Bool
  /// Whether the text is italic.
  public var isItalic: Bool
  /// Whether a line goes under the text.
  public var isUnderlined: Bool
  /// Whether a line goes through the text.
  public var isStruck: Bool
  /// The text's colour; `nil` leaves it to the program, which takes black.
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
