extension FormulaEvaluator {
  /// The one value of an expression.
  ///
  /// A range of several cells has none here: spreadsheet programs differ in what they make of it.
  mutating func single(
    _ expression: FormulaExpression, at address: FormulaAddress
  ) throws(FormulaInterruption) -> CellValue {
    try single(try operand(expression, at: address))
  }

  /// The one value of an operand; an error is thrown.
  mutating func single(_ operand: FormulaOperand) throws(FormulaInterruption) -> CellValue {
    let value: CellValue
    switch operand {
    case .value(let single): value = single
    case .area(let cells):
      guard cells.range.cellCount == 1 else { throw .obstacle(.construct("\(cells.range)")) }
      value = try read(cells.range.topLeft, onSheet: cells.sheet)
    case .array(let array):
      guard array.values.count == 1, let first = array.values.first else {
        throw .obstacle(.construct("{…}"))
      }
      value = first
    }
    if case .error(let error) = value { throw .error(error) }
    return value
  }

  /// What an expression comes to: a value, or the range that it names.
  mutating func operand(
    _ expression: FormulaExpression, at address: FormulaAddress
  ) throws(FormulaInterruption) -> FormulaOperand {
    switch expression {
    case .constant(.error(let error)): throw .error(error)
    case .constant(let value): return .value(value)
    case .area(let area): return .area(try cells(of: area, at: address))
    case .name(let name, let sheet): return try named(name, sheet, at: address)
    case .negated(let inner, let count):
      let number = try deeper { evaluator throws(FormulaInterruption) in
        try evaluator.single(inner, at: address).number()
      }
      return .value(.number(count.isMultiple(of: 2) ? number : -number))
    case .percent(let inner, let count):
      var number = try deeper { evaluator throws(FormulaInterruption) in
        try evaluator.single(inner, at: address).number()
      }
      for _ in 0..<count { number /= 100 }
      return .value(.number(number))
    case .chain(let first, let steps):
      return try deeper { evaluator throws(FormulaInterruption) in
        var value = try evaluator.single(first, at: address)
        for step in steps {
          value = try value.applying(
            step.operation, try evaluator.single(step.operand, at: address))
        }
        return .value(value)
      }
    case .call(let name, let arguments):
      return try deeper { evaluator throws(FormulaInterruption) in
        try evaluator.call(FormulaCall(name: name, arguments: arguments, address: address))
      }
    }
  }

  private mutating func cells(
    of area: FormulaArea, at address: FormulaAddress
  ) throws(FormulaInterruption) -> FormulaCells {
    var sheet = address.sheet
    if let name = area.sheet {
      guard let index = source.sheetIndex(named: name) else {
        throw .obstacle(.unknownName(name))
      }
      sheet = index
    }
    let isSingle = area.range.topLeft == area.range.bottomRight
    return FormulaCells(
      sheet: sheet, range: area.range,
      used: isSingle ? area.range : usedRange(ofSheet: sheet)?.intersection(area.range))
  }

  private mutating func named(
    _ name: String, _ sheetName: String?, at address: FormulaAddress
  ) throws(FormulaInterruption) -> FormulaOperand {
    var sheet = address.sheet
    if let sheetName {
      guard let index = source.sheetIndex(named: sheetName) else {
        throw .obstacle(.unknownName(sheetName))
      }
      sheet = index
    }
    guard let definition = source.definition(ofName: name, onSheet: sheet) else {
      throw .obstacle(.unknownName(name))
    }
    let expression: FormulaExpression
    do throws(FormulaObstacle) {
      expression = try FormulaParser.parse(definition)
    } catch { throw .obstacle(error) }
    return try deeper { evaluator throws(FormulaInterruption) in
      try evaluator.operand(expression, at: address)
    }
  }

  /// Calls `body` with each cell's value of a range that is used, row by row.
  mutating func forEach(
    in cells: FormulaCells, _ body: (CellValue) throws(FormulaInterruption) -> Void
  ) throws(FormulaInterruption) {
    guard let used = cells.used else { return }
    for row in used.rows {
      for column in used.columns {
        try body(try read(CellReference(row: row, column: column), onSheet: cells.sheet))
      }
    }
  }
}

extension CellRange {
  /// The cells that both ranges hold; nil when there are none.
  func intersection(_ other: CellRange) -> CellRange? {
    let first = CellReference(
      row: max(topLeft.row, other.topLeft.row), column: max(topLeft.column, other.topLeft.column))
    let last = CellReference(
      row: min(bottomRight.row, other.bottomRight.row),
      column: min(bottomRight.column, other.bottomRight.column))
    guard first.row <= last.row, first.column <= last.column else { return nil }
    return CellRange(first, last)
  }
}
