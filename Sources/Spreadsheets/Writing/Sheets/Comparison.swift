/// A comparison of a cell's value with one or two formulas, without a leading `=`.
///
/// Source: ECMA-376-1:2016, 18.18.20 `ST_DataValidationOperator`, 18.18.15.
public enum Comparison: Hashable, Sendable {
  /// From the first value to the second, inclusive.
  case between(String, String)
  /// Below the first value or above the second.
  case notBetween(String, String)
  /// Equal.
  case equal(String)
  /// Not equal.
  case notEqual(String)
  /// Greater.
  case greaterThan(String)
  /// Less.
  case lessThan(String)
  /// Greater or equal.
  case greaterThanOrEqual(String)
  /// Less or equal.
  case lessThanOrEqual(String)

  /// The operator's name in the standard.
  var operatorName: String {
    switch self {
    case .between: "between"
    case .notBetween: "notBetween"
    case .equal: "equal"
    case .notEqual: "notEqual"
    case .greaterThan: "greaterThan"
    case .lessThan: "lessThan"
    case .greaterThanOrEqual: "greaterThanOrEqual"
    case .lessThanOrEqual: "lessThanOrEqual"
    }
  }

  /// The one or two formulas.
  var formulas: [String] {
    switch self {
    case .between(let low, let high), .notBetween(let low, let high): [low, high]
    case .equal(let value), .notEqual(let value), .greaterThan(let value), .lessThan(let value),
      .greaterThanOrEqual(let value), .lessThanOrEqual(let value):
      [value]
    }
  }
}
