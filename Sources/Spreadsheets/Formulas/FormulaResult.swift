/// The result of a formula.
public enum FormulaResult: Hashable, Sendable {
  /// A value: a number, text, truth value or error.
  case value(CellValue)
  /// No reliable value, and why.
  case notEvaluated(UnsupportedReason)

  /// The value, if there is one.
  public var value: CellValue? {
    guard case .value(let value) = self else { return nil }
    return value
  }

  /// Whether this value differs from the cached value in the file.
  ///
  /// Numbers differ if they differ in the twelfth significant digit or before: programs add in different
  /// orders. A missing cached value (``CellValue/empty``) and a formula that was not evaluated do not differ.
  public func differs(from stored: CellValue) -> Bool {
    switch (self, stored) {
    case (.notEvaluated, _), (_, .empty), (_, .dateText): false
    case (.value(.number(let fresh)), .number(let old)):
      (fresh - old).magnitude > max(fresh.magnitude, old.magnitude) * 1e-12 + 1e-12
    case (.value(let fresh), let old): fresh != old
    }
  }
}
