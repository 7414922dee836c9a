/// What ends the evaluation of an expression before it has a value.
enum FormulaInterruption: Error {
  /// An error as cells hold it, on its way to whoever catches it.
  case error(CellError)
  /// Something that is not evaluated.
  case obstacle(FormulaObstacle)
  /// A cell that must be evaluated first, because the way to it grew too long.
  case needs(FormulaAddress)
}

/// A cell of a workbook.
struct FormulaAddress: Hashable, Sendable {
  let sheet: Int
  let reference: CellReference
}
