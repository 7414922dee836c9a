import Diagnostics

/// An operand during the evaluation of a formula.
///
/// A failure is an operand as well: only its use fails, and operands fail in the order of their use.
enum FormulaOperand {
  /// A single value, never an error.
  case value(CellValue)
  /// A range of cells, within the used range of its sheet.
  case area(FormulaCells)
  /// An array of values, which only SUMPRODUCT makes.
  case array(FormulaArray)
  /// An omitted argument.
  case omitted
  /// An error, or why the operand is not evaluated.
  case failure(FormulaFailure)
}

/// Why an operand has no value.
enum FormulaFailure: Error {
  /// An error value.
  case error(CellError)
  /// Something unsupported.
  case unsupportedReason(UnsupportedReason)
  /// A cell that must be evaluated first; never an operand.
  case needs(FormulaAddress)
}

/// A cell of a workbook.
struct FormulaAddress: Hashable, Sendable {
  /// Sheet, row and column in one number, because it is hashed for every cell read.
  private let packed: UInt64

  init(sheet: Int, reference: CellReference) {
    packed =
      UInt64(UInt32(truncatingIfNeeded: sheet)) << 36
      | UInt64(truncatingIfNeeded: reference.row & 0x1F_FFFF) << 15
      | UInt64(truncatingIfNeeded: reference.column & 0x7FFF)
  }

  var sheet: Int { Int(packed >> 36) }

  var reference: CellReference {
    CellReference(row: Int(packed >> 15 & 0x1F_FFFF), column: Int(packed & 0x7FFF))
  }
}

/// A range of cells in one sheet.
struct FormulaCells {
  let sheet: Int
  /// The range as written.
  let range: CellRange
  /// Its intersection with the sheet's used range; nil if that is empty.
  let used: CellRange?
}

/// An array of values, row by row; errors are values here.
struct FormulaArray {
  var rows: Int
  var columns: Int
  var values: [CellValue]
}

extension CellRange {
  /// The cells in both ranges; nil if there are none.
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
