/// The ranges of a cell in the bytes of its sheet.
struct CellPlace {
  /// The cell's column, from 1.
  var column: Int
  /// The cell's start tag or empty-element tag.
  var tag: MarkupTag
  /// The range between the cell's tags; empty for `<c/>`.
  var content: Range<Int>
  /// From the start of the start tag to the end of the end tag.
  var range: Range<Int>
}
