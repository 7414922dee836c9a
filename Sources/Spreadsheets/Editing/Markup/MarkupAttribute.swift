/// The ranges of an attribute in the bytes of an XML part.
struct MarkupAttribute {
  /// From the white space before the name to the end of the closing quote.
  var range: Range<Int>
  /// The name with its prefix.
  var name: Range<Int>
  /// The value between the quotes, with references unresolved.
  var value: Range<Int>
}
