/// The ranges of a row in the bytes of its sheet.
struct RowPlace {
  /// The row's number, from 1.
  var number: Int
  /// The row's start tag or empty-element tag.
  var tag: MarkupTag
  /// The range between the row's tags; empty for `<row/>`.
  var content: Range<Int>
  /// From the start of the start tag to the end of the end tag.
  var range: Range<Int>
}
