/// A function being called in a cell.
struct FormulaCall {
  let function: FormulaFunction
  let arguments: [FormulaOperand]
  let address: FormulaAddress

  /// What is said where the function cannot be evaluated with these arguments.
  var unsupportedReason: FormulaFailure { .unsupportedReason(.function(function.rawValue)) }
}

extension FormulaEvaluator {
  /// What a function comes to.
  mutating func call(_ call: FormulaCall) throws(FormulaFailure) -> CellValue {
    switch call.function {
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .notAvailable: throw .error(.notAvailable)
    // Their steps are those of a program: only the argument that counts is evaluated.
    case .if, .ifError, .ifNotAvailable: throw call.unsupportedReason
    case .and, .or, .not: return .boolean(try logical(call))
    case .average, .count, .countAll, .countBlank, .max, .min, .product, .sum:
      return .number(try aggregate(call).checked())
    case .sumProduct: return .number(try sumProduct(call).checked())
    case .averageIf, .countIf, .sumIf: return .number(try selective(call).checked())
    case .absolute, .integer, .modulo, .power, .round, .roundDown, .roundUp, .sign, .squareRoot,
      .truncate:
      return .number(try numeric(call).checked())
    case .concatenate, .exact, .hyperlink, .left, .length, .lower, .middle, .repeat, .right,
      .substitute, .text, .trim, .upper, .value:
      return try textual(call)
    case .column, .columns, .row, .rows: return .number(Double(try position(call)))
    case .isBlank, .isError, .isLogical, .isNumber, .isText, .number, .textOrNothing:
      return try informative(call)
    }
  }

  /// The one value of an argument; blank where it is left out or beyond the last.
  mutating func argument(_ index: Int, of call: FormulaCall) throws(FormulaFailure) -> CellValue {
    guard index < call.arguments.count else { return .empty }
    return try single(call.arguments[index])
  }

  /// The one number of an argument, or `standard` where there is none beyond the last.
  mutating func number(
    _ index: Int, of call: FormulaCall, standard: Double = 0
  ) throws(FormulaFailure) -> Double {
    guard index < call.arguments.count else { return standard }
    return try argument(index, of: call).number()
  }

  /// The range that an argument names.
  func area(_ index: Int, of call: FormulaCall) throws(FormulaFailure) -> FormulaCells {
    switch call.arguments[index] {
    case .area(let cells): return cells
    case .failure(let failure): throw failure
    case .value, .array, .omitted: throw call.unsupportedReason
    }
  }
}
