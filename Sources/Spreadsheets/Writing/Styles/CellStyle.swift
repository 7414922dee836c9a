/// The whole look of a cell, its number format and whether a protected sheet locks it.
///
/// A style is made known to a workbook by ``WorkbookWriter/style(_:)``; equal styles are stored once.
public struct CellStyle: Hashable, Sendable {
  /// The font; `nil` is the workbook's standard font.
  public var font: CellFont?
  /// What the ground is filled with.
  public var fill: CellFill
  /// The lines around the cell.
  public var border: CellBorder
  /// Where the text stands.
  public var alignment: CellAlignment
  /// The number format's code, such as `0.00`, `@` or `yyyy-mm-dd`.
  ///
  /// Source: ECMA-376-1:2016, 18.8.30 `numFmt`, 18.8.31.
  public var numberFormat: String
  /// Whether the cell cannot be changed while its sheet is protected.
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

  /// The style of a cell that has none of its own.
  public static let standard = CellStyle()
}
