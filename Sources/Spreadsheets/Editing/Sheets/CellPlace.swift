/// Where a cell stands in the bytes of its sheet.
struct CellPlace {
  /// The cell's column, from 1.
  var column: Int
  /// The cell's start tag, or its only one.
  var tag: MarkupTag
  /// What stands between the cell's tags; empty for `<c/>`.
  var content: Range<Int>
  /// From the start tag to behind the end tag.
  var range: Range<Int>
}
