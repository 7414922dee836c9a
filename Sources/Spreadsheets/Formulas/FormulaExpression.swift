/// A formula taken apart.
///
/// Operators of one level are a chain rather than nested pairs, so that a long sum is not a deep tree.
indirect enum FormulaExpression: Hashable, Sendable {
  case constant(CellValue)
  case area(FormulaArea)
  case name(String, sheet: String?)
  /// A value with this many minus signs in front.
  case negated(FormulaExpression, count: Int)
  /// A value with this many percent signs behind.
  case percent(FormulaExpression, count: Int)
  /// A value and what is done to it, from left to right.
  case chain(FormulaExpression, [FormulaStep])
  /// A function with its arguments; nil for one left out.
  case call(String, [FormulaExpression?])
}

/// One operator of a chain with its right operand.
struct FormulaStep: Hashable, Sendable {
  let operation: FormulaOperator
  let operand: FormulaExpression
}

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

  /// How many levels of precedence there are.
  static let levelCount = 5

  /// How tightly it binds, from 0; all bind to the left, `^` too.
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

/// A range that a formula names.
struct FormulaArea: Hashable, Sendable {
  /// The sheet's name; nil for the formula's own sheet.
  var sheet: String?
  /// The range; whole columns and rows reach to the sheet's end.
  var range: CellRange
}
