/// The style of a cell, its number format, and its protection in a protected sheet.
///
/// ``WorkbookWriter/style(_:)`` registers a style with a workbook; equal styles are stored once.
public struct CellStyle: Hashable, Sendable {
  /// The font; `nil` for the workbook's default font.
  public var font: CellFont?
  /// The fill.
  public var fill: CellFill
  /// The border.
  public var border: CellBorder
  /// The alignment.
  public var alignment: CellAlignment
  /// The number format code, such as `0.00`, `@` or `yyyy-mm-dd`.
  ///
  /// Source: ECMA-376-1:2016, 18.8.30 `numFmt`, 18.8.31.
  public var numberFormat: String
  /// Whether the cell is locked while its sheet is protected.
  public var isLocked: Bool
  /// Whether the cell's formula is hidden while its sheet is protected.
  public var hidesFormula: Bool

  /// Makes a style.
  public init(
    font: CellFont? = nil, fill: CellFill = .none, border: CellBorder = .none,
    alignment: CellAlignment = .standard, numberFormat: String = "General", isLocked: Bool = true,
    hidesFormula: Bool = false
  ) {
    self.font = font
    self.fill = fill
    self.border = border
    self.alignment = alignment
    self.numberFormat = numberFormat
    self.isLocked = isLocked
    self.hidesFormula = hidesFormula
  }

  /// The style of a cell without its own style.
  public static let standard = CellStyle()
}
