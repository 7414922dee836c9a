import Grids

/// A line of text of a document outside its tables, in reading order.
struct TextLine {
  /// The text, without line breaks.
  let text: String
  /// Where it stands; nil for a paragraph.
  let place: Place?
  /// Whether it goes on with the line before: a cell that did not hold the whole paragraph.
  var continues = false

  /// The cell of a line.
  struct Place: Hashable {
    let grid: Int
    let reference: GridReference
  }
}
