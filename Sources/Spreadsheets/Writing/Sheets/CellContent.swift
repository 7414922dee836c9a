/// The content of a written cell.
public enum CellContent: Hashable, Sendable {
  /// No content; the cell is written only if it has a style.
  case blank
  /// A finite number.
  case number(Double)
  /// A text of at most 32,767 UTF-16 code units.
  case text(String)
  /// A truth value.
  case boolean(Bool)
  /// An error value.
  case error(CellError)
  /// A formula, without its leading `=`, and its cached value.
  case formula(String, stored: StoredValue?)
}

extension CellContent: ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral,
  ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  /// Makes a number.
  public init(floatLiteral value: Double) { self = .number(value) }

  /// Makes a number; it is exact up to 2⁵³.
  public init(integerLiteral value: Int) { self = .number(Double(value)) }

  /// Makes a text.
  public init(stringLiteral value: String) { self = .text(value) }

  /// Makes a truth value.
  public init(booleanLiteral value: Bool) { self = .boolean(value) }

  /// Makes a blank cell.
  public init(nilLiteral: ()) { self = .blank }
}
