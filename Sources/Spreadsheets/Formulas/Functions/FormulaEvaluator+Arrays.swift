extension FormulaEvaluator {
  /// How many values a block may have.
  private static var arrayBound: Int { 200_000 }

  /// The block of values that an expression of ranges and operators comes to; a single value is a block of one.
  mutating func array(
    _ expression: FormulaExpression, at address: FormulaAddress
  ) throws(FormulaInterruption) -> FormulaArray {
    switch expression {
    case .chain(let first, let steps):
      return try deeper { evaluator throws(FormulaInterruption) in
        var array = try evaluator.array(first, at: address)
        for step in steps {
          let right = try evaluator.array(step.operand, at: address)
          try evaluator.spend(max(array.values.count, right.values.count))
          array = try array.applying(step.operation, right)
        }
        return array
      }
    case .negated(let inner, let count):
      let array = try deeper { evaluator throws(FormulaInterruption) in
        try evaluator.array(inner, at: address)
      }
      let sign = FormulaArray(
        rows: 1, columns: 1, values: [.number(count.isMultiple(of: 2) ? 1 : -1)])
      return try array.applying(.multiply, sign)
    default:
      let operand = try operand(expression, at: address)
      guard case .area(let cells) = operand else {
        return FormulaArray(rows: 1, columns: 1, values: [try single(operand)])
      }
      return try values(of: cells)
    }
  }

  private mutating func values(of cells: FormulaCells) throws(FormulaInterruption) -> FormulaArray {
    guard cells.range.cellCount <= Self.arrayBound else { throw .obstacle(.tooLarge) }
    try spend(cells.range.cellCount)
    var values: [CellValue] = []
    for row in cells.range.rows {
      for column in cells.range.columns {
        let reference = CellReference(row: row, column: column)
        values.append(
          cells.used?.contains(reference) == true
            ? try read(reference, onSheet: cells.sheet) : .empty)
      }
    }
    return FormulaArray(
      rows: cells.range.rows.count, columns: cells.range.columns.count, values: values)
  }
}

extension FormulaArray {
  /// Applies an operator to each value and the one at the same place of `right`.
  ///
  /// A block of one goes with every place; an error becomes the value of its place.
  func applying(
    _ operation: FormulaOperator, _ right: FormulaArray
  ) throws(FormulaInterruption) -> FormulaArray {
    let isSame = rows == right.rows && columns == right.columns
    guard isSame || values.count == 1 || right.values.count == 1 else {
      throw .obstacle(.construct("{…}"))
    }
    var result = values.count == 1 ? right : self
    for index in result.values.indices {
      let left = values[values.count == 1 ? 0 : index]
      let other = right.values[right.values.count == 1 ? 0 : index]
      do throws(FormulaInterruption) {
        result.values[index] = try left.applying(operation, other)
      } catch {
        guard case .error(let cause) = error else { throw error }
        result.values[index] = .error(cause)
      }
    }
    return result
  }
}
