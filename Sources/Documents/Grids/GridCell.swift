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
  /// What is shown of its characters, where that is not simply all of them.
  package var appearance: ShownText?

  /// Makes a cell.
  package init(
    _ reference: GridReference, _ value: GridValue, formula: GridFormula? = nil,
    freshValue: GridValue? = nil, shown: String? = nil, appearance: ShownText? = nil
  ) {
    self.reference = reference
    self.value = value
    self.formula = formula
    self.freshValue = freshValue
    self.shown = shown
    self.appearance = appearance
  }
}

extension GridCell {
  /// The cell in the place of `earlier`, which has the same reference; it is not certain which of them is
  /// shown, unless both hold the same.
  func replacing(_ earlier: GridCell) -> GridCell {
    guard value != earlier.value else { return self }
    var cell = self
    let rivals = earlier.appearance.map(\.rivals) ?? []
    cell.appearance = ShownText(
      "", rivals: (rivals.isEmpty ? [earlier.value] : rivals) + [value])
    return cell
  }
}
