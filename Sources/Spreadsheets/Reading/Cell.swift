/// A cell in a row.
public struct Cell: Hashable, Sendable {
  /// The cell's reference.
  public var reference: CellReference
  /// The value; for a formula, the cached value.
  public var value: CellValue
  /// The formula without its equals sign, for a shared formula as adjusted to this cell; nil without one.
  public var formula: String?
  /// The index of its format in the workbook's ``CellFormats``.
  public var styleIndex: Int
  /// The number format.
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
