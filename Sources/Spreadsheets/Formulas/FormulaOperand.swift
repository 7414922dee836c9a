import Diagnostics

/// An operand while a formula is evaluated.
///
/// A failure is an operand too: only what uses it fails, and operands fail in the order in which they
/// are used.
enum FormulaOperand {
  /// One value, never an error.
  case value(CellValue)
  /// A range of cells, within what its sheet uses.
  case area(FormulaCells)
  /// A block of values, as only SUMPRODUCT makes them.
  case array(FormulaArray)
  /// An argument that is left out.
  case omitted
  /// An error, or the reason why it is not evaluated.
  case failure(FormulaFailure)
}

/// Why an operand has no value.
enum FormulaFailure: Error {
  /// An error as cells hold it.
  case error(CellError)
  /// Something that is not evaluated.
  case unsupportedReason(UnsupportedReason)
  /// A cell that must be evaluated first; it never becomes an operand.
  case needs(FormulaAddress)
}

/// A cell of a workbook.
struct FormulaAddress: Hashable, Sendable {
  /// Sheet, row and column in one number, which is hashed for every cell that is read.
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

/// A range of cells of one sheet.
struct FormulaCells {
  let sheet: Int
  /// The range as it is written.
  let range: CellRange
  /// The part of it that its sheet uses; nil when that is nothing.
  let used: CellRange?
}

/// A block of values, row by row; an error is a value here.
struct FormulaArray {
  var rows: Int
  var columns: Int
  var values: [CellValue]
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
