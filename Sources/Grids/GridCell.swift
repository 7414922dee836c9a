/// A cell of a grid that holds something.
package struct GridCell: Hashable, Sendable {
  /// Where it stands.
  package var reference: GridReference
  /// Its value; for a formula the stored result or, without one, the evaluated result.
  package var value: GridValue
  /// What is known of its formula, if it has one.
  package var formula: GridFormula?
  /// What the formula evaluates to now, when that differs from the stored value (`value.stale`).
  package var freshValue: GridValue?
  /// What a person sees in the cell, where its number format may show something else than the value.
  package var shown: String?

  /// Makes a cell.
  package init(
    _ reference: GridReference, _ value: GridValue, formula: GridFormula? = nil,
    freshValue: GridValue? = nil, shown: String? = nil
  ) {
    self.reference = reference
    self.value = value
    self.formula = formula
    self.freshValue = freshValue
    self.shown = shown
  }
}
