/// A cell of a grid with content.
package struct GridCell: Hashable, Sendable {
  /// Its position.
  package var reference: GridReference
  /// Its value; for a formula the cached value or, without one, the calculated value.
  package var value: GridValue
  /// The state of its formula, if it has one.
  package var formula: GridFormula?
  /// The calculated value of the formula, if it differs from the cached value (`value.stale`).
  package var freshValue: GridValue?
  /// The displayed text, if the number format may display something other than the value.
  package var shown: String?
  /// How its characters are displayed, if not all of them plainly.
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
  /// The cell that replaces `earlier`, which has the same reference; it is uncertain which of them is
  /// displayed, unless both have the same value.
  func replacing(_ earlier: GridCell) -> GridCell {
    guard value != earlier.value else { return self }
    var cell = self
    let rivals = earlier.appearance.map(\.rivals) ?? []
    cell.appearance = ShownText(
      "", rivals: (rivals.isEmpty ? [earlier.value] : rivals) + [value])
    return cell
  }
}
