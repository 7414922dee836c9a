package import Diagnostics

/// The state of a cell's formula.
package indirect enum GridFormula: Hashable, Sendable {
  /// It was calculated: the cell's value is its result, or ``GridCell/freshValue`` is.
  case evaluated
  /// It was not calculated, so that the cell's value is an unchecked cached value: the formula's text,
  /// without the equals sign and possibly truncated, and the reason.
  case notEvaluated(String, reason: Phrase)
}
