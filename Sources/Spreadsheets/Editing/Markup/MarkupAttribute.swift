/// An attribute in the bytes of an XML part, by where it stands.
struct MarkupAttribute {
  /// From the white space before the name to behind the closing quote.
  var range: Range<Int>
  /// The name with its prefix.
  var name: Range<Int>
  /// The value between the quotes, references not resolved.
  var value: Range<Int>
}
