extension FormulaEvaluator {
  /// IF: only the branch that counts is evaluated.
  mutating func conditional(_ call: FormulaCall) throws(FormulaInterruption) -> FormulaOperand {
    let isTrue = try argument(0, of: call).truth()
    let branch = isTrue ? 1 : 2
    guard branch < call.arguments.count else { return .value(.boolean(false)) }
    guard let chosen = call.arguments[branch] else { return .value(.number(0)) }
    return try operand(chosen, at: call.address)
  }

  /// IFERROR and IFNA: the second argument where the first is an error.
  mutating func rescue(
    _ call: FormulaCall, _ function: FormulaFunction
  ) throws(FormulaInterruption) -> FormulaOperand {
    do throws(FormulaInterruption) {
      let value = try argument(0, of: call)
      return .value(value == .empty ? .number(0) : value)
    } catch {
      guard case .error(let cause) = error,
        function == .ifError || cause == .notAvailable
      else { throw error }
      let value = try argument(1, of: call)
      return .value(value == .empty ? .number(0) : value)
    }
  }

  /// AND, OR and NOT; texts and blanks in ranges are passed over.
  mutating func logical(
    _ call: FormulaCall, _ function: FormulaFunction
  ) throws(FormulaInterruption) -> Bool {
    if function == .not { return try !argument(0, of: call).truth() }
    var truths: [Bool] = []
    for argument in call.arguments {
      guard let argument else {
        truths.append(false)
        continue
      }
      let operand = try operand(argument, at: call.address)
      guard case .area(let cells) = operand else {
        truths.append(try single(operand).truth())
        continue
      }
      try forEach(in: cells) { value throws(FormulaInterruption) in
        switch value {
        case .empty, .text, .dateText: break
        case .number, .boolean, .error: truths.append(try value.truth())
        }
      }
    }
    guard !truths.isEmpty else { throw .error(.value) }
    return function == .and ? truths.allSatisfy { $0 } : truths.contains(true)
  }

  /// ISNUMBER and its like, N and T.
  mutating func informative(
    _ call: FormulaCall, _ function: FormulaFunction
  ) throws(FormulaInterruption) -> CellValue {
    var value: CellValue
    do throws(FormulaInterruption) {
      value = try argument(0, of: call)
    } catch {
      guard case .error(let cause) = error else { throw error }
      value = .error(cause)
    }
    switch (function, value) {
    case (.isBlank, _): return .boolean(value == .empty)
    case (.isError, .error), (.isLogical, .boolean), (.isNumber, .number), (.isText, .text):
      return .boolean(true)
    case (.isError, _), (.isLogical, _), (.isNumber, _), (.isText, _): return .boolean(false)
    case (_, .error(let cause)): throw .error(cause)
    case (.number, .number), (.number, .boolean): return .number(try value.number())
    case (.number, _): return .number(0)
    case (_, .text): return value
    default: return .text("")
    }
  }

  /// ROW, COLUMN, ROWS and COLUMNS.
  mutating func position(
    _ call: FormulaCall, _ function: FormulaFunction
  ) throws(FormulaInterruption) -> Int {
    guard !call.arguments.isEmpty else {
      let own = call.address.reference
      return function == .row ? own.row : own.column
    }
    let range = try area(0, of: call).range
    switch function {
    case .rows: return range.rows.count
    case .columns: return range.columns.count
    default:
      guard range.cellCount == 1 else { throw .obstacle(.construct("\(range)")) }
      return function == .row ? range.topLeft.row : range.topLeft.column
    }
  }
}
