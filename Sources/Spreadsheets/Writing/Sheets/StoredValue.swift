/// The cached value of a formula.
public enum StoredValue: Hashable, Sendable {
  /// A finite number.
  case number(Double)
  /// A text of at most 32,767 UTF-16 code units.
  case text(String)
  /// A truth value.
  case boolean(Bool)
  /// An error value.
  case error(CellError)
}
