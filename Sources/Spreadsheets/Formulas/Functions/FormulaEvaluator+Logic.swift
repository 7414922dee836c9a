extension FormulaEvaluator {
  /// AND, OR and NOT; texts and blanks in ranges are ignored.
  mutating func logical(
    _ call: FormulaCall
  ) throws(FormulaFailure) -> Bool {
    if call.function == .not { return try !argument(0, of: call).truth() }
    var truths: [Bool] = []
    for argument in call.arguments {
      guard case .area(let cells) = argument else {
        truths.append(try single(argument).truth())
        continue
      }
      try forEach(in: cells) { value throws(FormulaFailure) in
        switch value {
        case .empty, .text, .dateText: break
        case .number, .boolean, .error: truths.append(try value.truth())
        }
      }
    }
    guard !truths.isEmpty else { throw .error(.value) }
    return call.function == .and ? truths.allSatisfy { $0 } : truths.contains(true)
  }

  /// The functions ISNUMBER, ISTEXT and others, N and T.
  mutating func informative(
    _ call: FormulaCall
  ) throws(FormulaFailure) -> CellValue {
    var value: CellValue
    do throws(FormulaFailure) {
      value = try argument(0, of: call)
    } catch {
      guard case .error(let cause) = error else { throw error }
      value = .error(cause)
    }
    switch (call.function, value) {
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
    _ call: FormulaCall
  ) throws(FormulaFailure) -> Int {
    guard !call.arguments.isEmpty else {
      let own = call.address.reference
      return call.function == .row ? own.row : own.column
    }
    let range = try area(0, of: call).range
    switch call.function {
    case .rows: return range.rows.count
    case .columns: return range.columns.count
    default:
      guard range.cellCount == 1 else { throw .unsupportedReason(.construct("\(range)")) }
      return call.function == .row ? range.topLeft.row : range.topLeft.column
    }
  }
}
