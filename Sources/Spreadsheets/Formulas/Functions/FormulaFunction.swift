/// The supported functions, by their names in files.
///
/// Source: ECMA-376-1:2016, 18.17.7.
enum FormulaFunction: String, CaseIterable {
  case and = "AND"
  case `false` = "FALSE"
  case `if` = "IF"
  case ifError = "IFERROR"
  case ifNotAvailable = "IFNA"
  case not = "NOT"
  case or = "OR"
  case `true` = "TRUE"

  case average = "AVERAGE"
  case count = "COUNT"
  case countAll = "COUNTA"
  case countBlank = "COUNTBLANK"
  case max = "MAX"
  case min = "MIN"
  case product = "PRODUCT"
  case sum = "SUM"
  case sumProduct = "SUMPRODUCT"

  case averageIf = "AVERAGEIF"
  case countIf = "COUNTIF"
  case sumIf = "SUMIF"

  case absolute = "ABS"
  case integer = "INT"
  case modulo = "MOD"
  case power = "POWER"
  case round = "ROUND"
  case roundDown = "ROUNDDOWN"
  case roundUp = "ROUNDUP"
  case sign = "SIGN"
  case squareRoot = "SQRT"
  case truncate = "TRUNC"

  case concatenate = "CONCATENATE"
  case exact = "EXACT"
  case hyperlink = "HYPERLINK"
  case left = "LEFT"
  case length = "LEN"
  case lower = "LOWER"
  case middle = "MID"
  case `repeat` = "REPT"
  case right = "RIGHT"
  case substitute = "SUBSTITUTE"
  case text = "TEXT"
  case trim = "TRIM"
  case upper = "UPPER"
  case value = "VALUE"

  case column = "COLUMN"
  case columns = "COLUMNS"
  case isBlank = "ISBLANK"
  case isError = "ISERROR"
  case isLogical = "ISLOGICAL"
  case isNumber = "ISNUMBER"
  case isText = "ISTEXT"
  case notAvailable = "NA"
  case number = "N"
  case row = "ROW"
  case rows = "ROWS"
  case textOrNothing = "T"

  /// Whether it evaluates only the selected arguments.
  var isLazy: Bool {
    switch self {
    case .if, .ifError, .ifNotAvailable: true
    default: false
    }
  }

  /// The number of arguments.
  var arity: ClosedRange<Int> {
    switch self {
    case .true, .false, .notAvailable: 0...0
    case .row, .column: 0...1
    case .not, .countBlank, .absolute, .integer, .sign, .squareRoot, .length, .lower, .trim,
      .upper, .value, .isBlank, .isError, .isLogical, .isNumber, .isText, .number, .rows, .columns,
      .textOrNothing:
      1...1
    case .truncate, .left, .right, .hyperlink: 1...2
    case .ifError, .ifNotAvailable, .countIf, .modulo, .power, .round, .roundDown, .roundUp, .exact,
      .repeat, .text:
      2...2
    case .if, .sumIf, .averageIf: 2...3
    case .middle: 3...3
    case .substitute: 3...4
    case .and, .or, .average, .count, .countAll, .max, .min, .product, .sum, .sumProduct,
      .concatenate:
      1...255
    }
  }
}

/// The functions of the evaluator.
public enum FormulaFunctions {
  /// The names of the supported functions, sorted.
  public static var names: [String] { FormulaFunction.allCases.map(\.rawValue).sorted() }
}
