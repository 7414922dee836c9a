/// Where a row stands in the bytes of its sheet.
struct RowPlace {
  /// The row's number, from 1.
  var number: Int
  /// The row's start tag, or its only one.
  var tag: MarkupTag
  /// What stands between the row's tags; empty for `<row/>`.
  var content: Range<Int>
  /// From the start tag to behind the end tag.
  var range: Range<Int>
}
