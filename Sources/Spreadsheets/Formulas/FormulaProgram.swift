/// A formula as steps over a stack of operands: each operator follows its operands (postfix).
///
/// Steps need no recursion, neither to make nor to run, however deeply the formula nests.
final class FormulaProgram: Sendable {
  /// One step; numbers are indices in the program's lists.
  enum Step: Sendable {
    /// Pushes a constant.
    case constant(UInt32)
    /// Pushes a range.
    case area(UInt32)
    /// Pushes what a name stands for.
    case name(UInt32)
    /// Pushes an argument that is left out.
    case omitted
    /// Pushes the reason why a part of the formula is not evaluated.
    case unsupportedReason(UInt32)
    /// Negates the last operand this many times.
    case negate(UInt32)
    /// Divides the last operand by 100 this many times.
    case percent(UInt32)
    /// Takes two operands and pushes the result.
    case apply(FormulaOperator)
    /// The same, value by value where operands are ranges.
    case negateEach(UInt32)
    case applyEach(FormulaOperator)
    /// Takes an operand; where it is false, goes on at that step. One that is no truth value
    /// remains as the result, and the second step is the next.
    case branch(otherwise: UInt32, end: UInt32)
    /// Goes on at that step.
    case jump(UInt32)
    /// Takes an operand that is an error (or `#N/A`, where only that counts); anything else remains as the
    /// result, and that step is the next.
    case rescue(onlyNotAvailable: Bool, end: UInt32)
    /// Makes an empty operand 0.
    case zeroForEmpty
    /// Takes so many operands and pushes what the function makes of them.
    case call(FormulaFunction, UInt8)
  }

  let steps: [Step]
  let constants: [CellValue]
  let areas: [FormulaArea]
  let names: [FormulaName]
  let unsupportedReasons: [UnsupportedReason]

  init(
    steps: [Step], constants: [CellValue], areas: [FormulaArea], names: [FormulaName],
    unsupportedReasons: [UnsupportedReason]
  ) {
    self.steps = steps
    self.constants = constants
    self.areas = areas
    self.names = names
    self.unsupportedReasons = unsupportedReasons
  }
}

/// A name as a formula uses it.
struct FormulaName: Hashable, Sendable {
  let name: String
  /// The sheet's name in front of it, if there is one.
  let sheet: String?
}

/// A range as a formula writes it.
struct FormulaArea: Sendable {
  /// The sheet's name; nil for the formula's own sheet.
  var sheet: String?
  var first: FormulaCorner
  var last: FormulaCorner

  /// The range after the formula is moved.
  func range(moved move: FormulaMove) -> CellRange {
    CellRange(first.reference(moved: move), last.reference(moved: move))
  }
}

/// A cell as a formula writes it; what has no dollar sign moves with the formula.
struct FormulaCorner: Sendable {
  var reference: CellReference
  var isRowFixed: Bool
  var isColumnFixed: Bool

  func reference(moved move: FormulaMove) -> CellReference {
    guard move != .none else { return reference }
    return CellReference(
      row: isRowFixed ? reference.row : move.row(reference.row),
      column: isColumnFixed ? reference.column : move.column(reference.column))
  }
}
