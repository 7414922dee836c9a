extension FormulaEvaluator {
  /// The maximum number of values in an array.
  private static var arrayBound: Int { 200_000 }

  /// The array of an operand; a single value is an array of one.
  mutating func array(_ operand: FormulaOperand) throws(FormulaFailure) -> FormulaArray {
    switch operand {
    case .array(let array): return array
    case .area(let cells): return try values(of: cells)
    case .value, .omitted, .failure:
      return FormulaArray(rows: 1, columns: 1, values: [try single(operand)])
    }
  }

  /// Applies an operator value by value.
  mutating func applyingEach(
    _ operation: FormulaOperator, _ left: FormulaOperand, _ right: FormulaOperand
  ) throws(FormulaFailure) -> FormulaArray {
    let left = try array(left)
    let right = try array(right)
    try spend(2 * max(left.values.count, right.values.count))
    let result = try left.applying(operation, right)
    for value in result.values { try spend(on: value) }
    return result
  }

  private mutating func values(of cells: FormulaCells) throws(FormulaFailure) -> FormulaArray {
    guard cells.range.cellCount <= Self.arrayBound else { throw .unsupportedReason(.tooLarge) }
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
  /// Applies an operator to each value and the value of `right` at the same position.
  ///
  /// An array of one applies to all positions; an error becomes the value at its position.
  func applying(
    _ operation: FormulaOperator, _ right: FormulaArray
  ) throws(FormulaFailure) -> FormulaArray {
    let isSame = rows == right.rows && columns == right.columns
    guard isSame || values.count == 1 || right.values.count == 1 else {
      throw .unsupportedReason(.construct("{…}"))
    }
    var result = values.count == 1 ? right : self
    for index in result.values.indices {
      let left = values[values.count == 1 ? 0 : index]
      let other = right.values[right.values.count == 1 ? 0 : index]
      do throws(FormulaFailure) {
        result.values[index] = try left.applying(operation, other)
      } catch {
        guard case .error(let cause) = error else { throw error }
        result.values[index] = .error(cause)
      }
    }
    return result
  }
}
