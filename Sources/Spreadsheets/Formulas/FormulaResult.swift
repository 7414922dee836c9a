/// What a formula comes to.
public enum FormulaResult: Hashable, Sendable {
  /// A value: a number, text, truth value or error.
  case value(CellValue)
  /// Nothing that could be relied on, and why.
  case notEvaluated(UnsupportedReason)

  /// The value, if there is one.
  public var value: CellValue? {
    guard case .value(let value) = self else { return nil }
    return value
  }

  /// Whether this is a value other than the result that the file stores.
  ///
  /// Numbers are other from the twelfth significant digit up: programs add in different orders. A
  /// result that is not stored (``CellValue/empty``) and a formula that could not be evaluated tell nothing.
  public func differs(from stored: CellValue) -> Bool {
    switch (self, stored) {
    case (.notEvaluated, _), (_, .empty), (_, .dateText): false
    case (.value(.number(let fresh)), .number(let old)):
      (fresh - old).magnitude > max(fresh.magnitude, old.magnitude) * 1e-12 + 1e-12
    case (.value(let fresh), let old): fresh != old
    }
  }
}
