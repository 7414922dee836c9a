/// A function call in a cell.
struct FormulaCall {
  let function: FormulaFunction
  let arguments: [FormulaOperand]
  let address: FormulaAddress

  /// The failure if the function is unsupported with these arguments.
  var unsupportedReason: FormulaFailure { .unsupportedReason(.function(function.rawValue)) }
}

extension FormulaEvaluator {
  /// The result of a function.
  mutating func call(_ call: FormulaCall) throws(FormulaFailure) -> CellValue {
    switch call.function {
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .notAvailable: throw .error(.notAvailable)
    // The steps of the program implement these: only the selected argument is evaluated.
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

  /// The single value of an argument; blank if it is omitted or missing.
  mutating func argument(_ index: Int, of call: FormulaCall) throws(FormulaFailure) -> CellValue {
    guard index < call.arguments.count else { return .empty }
    return try single(call.arguments[index])
  }

  /// The single number of an argument, or `standard` if it is missing.
  mutating func number(
    _ index: Int, of call: FormulaCall, standard: Double = 0
  ) throws(FormulaFailure) -> Double {
    guard index < call.arguments.count else { return standard }
    return try argument(index, of: call).number()
  }

  /// The range of an argument.
  func area(_ index: Int, of call: FormulaCall) throws(FormulaFailure) -> FormulaCells {
    switch call.arguments[index] {
    case .area(let cells): return cells
    case .failure(let failure): throw failure
    case .value, .array, .omitted: throw call.unsupportedReason
    }
  }
}
