/// An operator between two values.
///
/// Source: ECMA-376-1:2016, 18.17.2.2.
enum FormulaOperator: String, Hashable, Sendable {
  case equal = "="
  case notEqual = "<>"
  case less = "<"
  case greater = ">"
  case atMost = "<="
  case atLeast = ">="
  case join = "&"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case power = "^"

  /// The precedence, from 0; all operators are left-associative, also `^`.
  var level: Int {
    switch self {
    case .equal, .notEqual, .less, .greater, .atMost, .atLeast: 0
    case .join: 1
    case .add, .subtract: 2
    case .multiply, .divide: 3
    case .power: 4
    }
  }
}
