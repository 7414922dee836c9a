package import Documents

/// The cell of a field in a submission.
package struct FieldPlace: Hashable, Sendable {
  /// The index of the grid in the document.
  package var grid: Int
  /// The sheet's name, or its substitute in messages.
  package var sheet: String
  /// The cell.
  package var position: GridReference
  private let origin: Grid.Origin

  /// Makes the place of the cell at `position` of `grid`, the document's grid at `index`.
  package init(grid index: Int, _ grid: Grid, _ position: GridReference) {
    self.grid = index
    sheet = grid.name
    self.position = position
    origin = grid.origin
  }

  /// The cell as the input's users write it: `E6`, or `row:column` in delimited text.
  package var reference: String { origin.name(of: position) }
}
