/// The criterion of COUNTIF, SUMIF and AVERAGEIF.
///
/// Source: ECMA-376-1:2016, 18.17.7.58 `COUNTIF`.
enum FormulaCriterion {
  case number(FormulaOperator, Double)
  case truth(Bool)
  /// Cells with this error, or all others.
  case error(CellError, isNegated: Bool)
  /// A pattern with `*` and `?`, and whether it must not match.
  case pattern([Character], isNegated: Bool)
  /// Only empty cells, or only nonempty ones.
  case blank(Bool)

  init(_ value: CellValue) throws(FormulaFailure) {
    switch value {
    case .number(let number): self = .number(.equal, number)
    case .boolean(let truth): self = .truth(truth)
    case .error(let error): self = .error(error, isNegated: false)
    // Programs differ in whether an empty cell means 0, an empty text or nothing.
    case .empty, .dateText: throw .unsupportedReason(.construct("COUNTIF"))
    case .text(let text): self = try Self.criterion(text)
    }
  }

  private static func criterion(_ text: String) throws(FormulaFailure) -> Self {
    let operators: [FormulaOperator] = [.notEqual, .atMost, .atLeast, .equal, .less, .greater]
    let operation = operators.first { text.hasPrefix($0.rawValue) }
    let rest = text.dropFirst(operation?.rawValue.count ?? 0)
    if let number = NumberText.parse(rest) { return .number(operation ?? .equal, number) }
    switch operation {
    case nil, .equal, .notEqual:
      guard !rest.isEmpty else {
        guard let operation else { throw .unsupportedReason(.construct("COUNTIF")) }
        return .blank(operation == .equal)
      }
      if let error = CellError.inFormulas.first(where: { $0.code == rest.uppercased() }) {
        return .error(error, isNegated: operation == .notEqual)
      }
      guard !rest.contains("~") else { throw .unsupportedReason(.construct("~")) }
      // A longer criterion is an error in Excel, and programs differ in what a quoted truth value matches.
      guard rest.utf8.count <= 255, !["TRUE", "FALSE"].contains(rest.uppercased()) else {
        throw .unsupportedReason(.construct("COUNTIF"))
      }
      return .pattern(Array(rest.lowercased()), isNegated: operation == .notEqual)
    default: throw .unsupportedReason(.construct(text))
    }
  }

  /// Whether a cell with `value` satisfies the criterion.
  func matches(_ value: CellValue) throws(FormulaFailure) -> Bool {
    switch (self, value) {
    case (.number(let operation, let sought), _):
      guard let number = Self.number(value) else { return operation == .notEqual }
      // A text with a number is equal to it, but neither less nor greater.
      if case .text = value, operation != .equal, operation != .notEqual { return false }
      return try CellValue.number(number).applying(operation, .number(sought)) == .boolean(true)
    case (.error(let sought, let isNegated), .error(let error)):
      return (sought == error) != isNegated
    case (.error(_, let isNegated), _): return isNegated
    case (.truth(let sought), .boolean(let truth)): return sought == truth
    case (.truth, _): return false
    case (.pattern(let pattern, let isNegated), .text(let text)):
      return Self.matches(pattern[...], Array(text.lowercased())[...]) != isNegated
    case (.pattern(_, let isNegated), _): return isNegated
    case (.blank(let isSought), _): return (value == .empty) == isSought
    }
  }

  /// The number of comparisons for a cell, in steps of the evaluator.
  func work(on value: CellValue) -> Int {
    guard case .pattern(let pattern, _) = self, case .text(let text) = value else { return 0 }
    return pattern.contains("*") ? pattern.count * text.utf8.count / 8 : 0
  }

  private static func number(_ value: CellValue) -> Double? {
    switch value {
    case .number(let number): number
    case .text(let text): NumberText.parse(text)
    case .empty, .boolean, .error, .dateText: nil
    }
  }

  /// Matches in O(*pattern* × *text*): after a mismatch only the last `*` takes one more character.
  private static func matches(_ pattern: ArraySlice<Character>, _ text: ArraySlice<Character>)
    -> Bool
  {
    var (rest, left) = (text, pattern)
    var retry: (pattern: ArraySlice<Character>, text: ArraySlice<Character>)?
    while !rest.isEmpty || !left.isEmpty {
      if left.first == "*" {
        left.removeFirst()
        retry = (left, rest)
      } else if let wanted = left.first, let found = rest.first, wanted == "?" || wanted == found {
        left.removeFirst()
        rest.removeFirst()
      } else if let last = retry, !last.text.isEmpty {
        retry = (last.pattern, last.text.dropFirst())
        (left, rest) = (last.pattern, last.text.dropFirst())
      } else {
        return false
      }
    }
    return true
  }
}

extension FormulaEvaluator {
  /// The criterion; an error selects the cells that contain it, and is not the result.
  private mutating func criterion(of call: FormulaCall) throws(FormulaFailure) -> CellValue {
    do throws(FormulaFailure) {
      return try argument(1, of: call)
    } catch {
      guard case .error(let cause) = error else { throw error }
      return .error(cause)
    }
  }

  /// COUNTIF, SUMIF and AVERAGEIF.
  mutating func selective(
    _ call: FormulaCall
  ) throws(FormulaFailure) -> Double {
    let searched = try area(0, of: call)
    let criterion = try FormulaCriterion(try criterion(of: call))
    var places: [CellReference] = []
    var blanks = 0
    for row in searched.used?.rows ?? 0...0 where searched.used != nil {
      for column in searched.used?.columns ?? 0...0 {
        let reference = CellReference(row: row, column: column)
        let value = try read(reference, onSheet: searched.sheet)
        try spend(criterion.work(on: value))
        if try criterion.matches(value) {
          places.append(reference)
        }
      }
    }
    if try criterion.matches(.empty) {
      blanks = searched.range.cellCount - (searched.used?.cellCount ?? 0)
    }
    guard call.function != .countIf else { return Double(places.count + blanks) }
    // Cells beyond the used range may still have a number next to them.
    guard blanks == 0 else { throw .unsupportedReason(.tooLarge) }
    let added = call.arguments.count > 2 ? try area(2, of: call) : searched
    var numbers: [Double] = []
    for place in places {
      let reference = CellReference(
        row: place.row + added.range.topLeft.row - searched.range.topLeft.row,
        column: place.column + added.range.topLeft.column - searched.range.topLeft.column)
      switch try read(reference, onSheet: added.sheet) {
      case .number(let number): numbers.append(number)
      case .error(let error): throw .error(error)
      case .empty, .text, .boolean, .dateText: break
      }
    }
    guard call.function == .averageIf else { return numbers.exactSum }
    guard !numbers.isEmpty else { throw .error(.divisionByZero) }
    return numbers.exactSum / Double(numbers.count)
  }
}
