/// A cell of a row.
public struct Cell: Hashable, Sendable {
  /// Where it stands.
  public var reference: CellReference
  /// What it holds; for a formula the stored result.
  public var value: CellValue
  /// The formula without its equals sign, a shared one as it reads in this cell; nil without one.
  public var formula: String?
  /// The index of its format in the workbook's ``CellFormats``.
  public var styleIndex: Int
  /// How its number is shown.
  public var format: NumberFormat

  /// Makes a cell.
  public init(
    _ reference: CellReference, _ value: CellValue, formula: String? = nil, styleIndex: Int = 0,
    format: NumberFormat = .general
  ) {
    self.reference = reference
    self.value = value
    self.formula = formula
    self.styleIndex = styleIndex
    self.format = format
  }
}
