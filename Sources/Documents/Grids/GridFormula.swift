package import Diagnostics

/// What is known of the formula of a cell.
package indirect enum GridFormula: Hashable, Sendable {
  /// The cell's value is its result, or ``GridCell/freshValue`` is.
  case evaluated
  /// It was not evaluated, so that the cell's value is a stored result that nobody has checked: the
  /// formula's text, without the equals sign and perhaps only its beginning, and the reason.
  case notEvaluated(String, reason: Phrase)
}
