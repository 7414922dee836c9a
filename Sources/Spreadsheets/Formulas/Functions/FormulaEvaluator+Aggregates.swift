extension FormulaEvaluator {
  /// SUM, AVERAGE, MIN, MAX, PRODUCT and the counts.
  mutating func aggregate(
    _ call: FormulaCall
  ) throws(FormulaFailure) -> Double {
    switch call.function {
    case .count, .countAll: return Double(try count(call, all: call.function == .countAll))
    case .countBlank: return Double(try countBlank(call))
    default: break
    }
    let numbers = try numbers(call)
    switch call.function {
    case .sum: return numbers.exactSum
    case .max: return numbers.max() ?? 0
    case .min: return numbers.min() ?? 0
    case .product: return numbers.isEmpty ? 0 : numbers.reduce(1, *)
    default:
      guard !numbers.isEmpty else { throw .error(.divisionByZero) }
      return numbers.exactSum / Double(numbers.count)
    }
  }

  /// The numbers in the arguments: in ranges only number cells, elsewhere also convertible values.
  private mutating func numbers(_ call: FormulaCall) throws(FormulaFailure) -> [Double] {
    var numbers: [Double] = []
    for argument in call.arguments {
      guard case .area(let cells) = argument else {
        numbers.append(try single(argument).number())
        continue
      }
      try forEach(in: cells) { value throws(FormulaFailure) in
        switch value {
        case .number(let number): numbers.append(number)
        case .error(let error): throw .error(error)
        case .empty, .text, .boolean, .dateText: break
        }
      }
    }
    return numbers
  }

  private mutating func count(_ call: FormulaCall, all: Bool) throws(FormulaFailure) -> Int {
    var count = 0
    for argument in call.arguments {
      do throws(FormulaFailure) {
        if case .area(let cells) = argument {
          try forEach(in: cells) { value throws(FormulaFailure) in
            if case .number = value {
              count += 1
            } else if all, value != .empty {
              count += 1
            }
          }
        } else {
          let value = try single(argument)
          if !all { _ = try value.number() }
          count += 1
        }
      } catch {
        // Only COUNTA counts an error; COUNT does not count a text that is not a number.
        guard case .error = error else { throw error }
        if all { count += 1 }
      }
    }
    return count
  }

  private mutating func countBlank(_ call: FormulaCall) throws(FormulaFailure) -> Int {
    let cells = try area(0, of: call)
    var filled = 0
    try forEach(in: cells) { value throws(FormulaFailure) in
      if value != .empty, value != .text("") { filled += 1 }
    }
    return cells.range.cellCount - filled
  }

  /// SUMPRODUCT: the sum of products of values at the same position; a value that is not a number counts as
  /// 0.
  mutating func sumProduct(_ call: FormulaCall) throws(FormulaFailure) -> Double {
    var product: FormulaArray?
    for argument in call.arguments {
      if case .omitted = argument { throw .error(.value) }
      var factor = try array(argument)
      try spend(factor.values.count)
      for (index, value) in factor.values.enumerated() {
        switch value {
        case .number: break
        case .error(let error): throw .error(error)
        case .empty, .text, .boolean, .dateText: factor.values[index] = .number(0)
        }
      }
      guard let left = product else {
        product = factor
        continue
      }
      guard left.rows == factor.rows, left.columns == factor.columns else { throw .error(.value) }
      product = try left.applying(.multiply, factor)
    }
    var numbers: [Double] = []
    for value in product?.values ?? [] { numbers.append(try value.number()) }
    return numbers.exactSum
  }
}

extension [Double] {
  /// The sum with its rounding errors compensated (Neumaier's algorithm), so that the order of many decimals
  /// does not matter.
  var exactSum: Double {
    var sum = 0.0
    var lost = 0.0
    for number in self {
      let next = sum + number
      lost += sum.magnitude >= number.magnitude ? (sum - next) + number : (number - next) + sum
      sum = next
    }
    return lost.isFinite ? sum + lost : sum
  }
}
