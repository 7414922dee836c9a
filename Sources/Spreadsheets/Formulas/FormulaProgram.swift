/// A formula as steps over a stack of operands: each operator follows its operands (postfix).
///
/// Neither building nor running it needs recursion, however deeply the formula nests.
final class FormulaProgram: Sendable {
  /// One step; numbers are indices into the program's lists.
  enum Step: Sendable {
    /// Pushes a constant.
    case constant(UInt32)
    /// Pushes a range.
    case area(UInt32)
    /// Pushes the value of a name.
    case name(UInt32)
    /// Pushes an omitted argument.
    case omitted
    /// Pushes the reason why a part of the formula is unsupported.
    case unsupportedReason(UInt32)
    /// Negates the last operand this many times.
    case negate(UInt32)
    /// Divides the last operand by 100 this many times.
    case percent(UInt32)
    /// Pops two operands and pushes the result.
    case apply(FormulaOperator)
    /// The same, value by value if operands are ranges.
    case negateEach(UInt32)
    case applyEach(FormulaOperator)
    /// Pops an operand; if it is false, jumps to `otherwise`. An operand that is not a truth value stays as
    /// the result, and the step jumps to `end`.
    case branch(otherwise: UInt32, end: UInt32)
    /// Jumps to a step.
    case jump(UInt32)
    /// Pops an operand that is an error (or only `#N/A`); any other stays as the result, and the step jumps
    /// to `end`.
    case rescue(onlyNotAvailable: Bool, end: UInt32)
    /// Replaces an empty operand with 0.
    case zeroForEmpty
    /// Pops a number of operands and pushes the result of the function.
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

/// A name in a formula.
struct FormulaName: Hashable, Sendable {
  let name: String
  /// The sheet's name before it, if there is one.
  let sheet: String?
}

/// A range in a formula.
struct FormulaArea: Sendable {
  /// The sheet's name; nil for the formula's own sheet.
  var sheet: String?
  var first: FormulaCorner
  var last: FormulaCorner

  /// The range in a formula moved by `move`.
  func range(moved move: FormulaMove) -> CellRange {
    CellRange(first.reference(moved: move), last.reference(moved: move))
  }
}

/// A cell in a formula; a row or column without a dollar sign moves with the formula.
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
