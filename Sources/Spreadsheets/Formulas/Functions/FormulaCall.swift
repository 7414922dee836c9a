/// A function being called in a cell.
struct FormulaCall {
  let name: String
  let arguments: [FormulaExpression?]
  let address: FormulaAddress
}

extension FormulaEvaluator {
  /// What a function comes to.
  mutating func call(_ call: FormulaCall) throws(FormulaInterruption) -> FormulaOperand {
    guard let function = FormulaFunction(rawValue: call.name),
      function.arity.contains(call.arguments.count)
    else { throw .obstacle(.function(call.name)) }
    switch function {
    case .true: return .value(.boolean(true))
    case .false: return .value(.boolean(false))
    case .notAvailable: throw .error(.notAvailable)
    case .if: return try conditional(call)
    case .ifError, .ifNotAvailable: return try rescue(call, function)
    case .and, .or, .not: return .value(.boolean(try logical(call, function)))
    case .average, .count, .countAll, .countBlank, .max, .min, .product, .sum:
      return .value(.number(try aggregate(call, function).checked()))
    case .sumProduct: return .value(.number(try sumProduct(call).checked()))
    case .averageIf, .countIf, .sumIf:
      return .value(.number(try selective(call, function).checked()))
    case .absolute, .integer, .modulo, .power, .round, .roundDown, .roundUp, .sign, .squareRoot,
      .truncate:
      return .value(.number(try numeric(call, function).checked()))
    case .concatenate, .exact, .hyperlink, .left, .length, .lower, .middle, .repeat, .right,
      .substitute, .text, .trim, .upper, .value:
      return .value(try textual(call, function))
    case .column, .columns, .row, .rows:
      return .value(.number(Double(try position(call, function))))
    case .isBlank, .isError, .isLogical, .isNumber, .isText, .number, .textOrNothing:
      return .value(try informative(call, function))
    }
  }

  /// The one value of an argument; blank where it is left out or beyond the last.
  mutating func argument(
    _ index: Int, of call: FormulaCall
  ) throws(FormulaInterruption) -> CellValue {
    guard index < call.arguments.count, let argument = call.arguments[index] else { return .empty }
    return try single(argument, at: call.address)
  }

  /// The one number of an argument, or `standard` where there is none beyond the last.
  mutating func number(
    _ index: Int, of call: FormulaCall, standard: Double = 0
  ) throws(FormulaInterruption) -> Double {
    guard index < call.arguments.count else { return standard }
    return try argument(index, of: call).number()
  }

  /// The range that an argument names.
  mutating func area(
    _ index: Int, of call: FormulaCall
  ) throws(FormulaInterruption) -> FormulaCells {
    guard let argument = call.arguments[index],
      case .area(let cells) = try operand(argument, at: call.address)
    else { throw .obstacle(.function(call.name)) }
    return cells
  }
}
