/// The ranges of a tag in the bytes of an XML part.
struct MarkupTag {
  enum Kind {
    /// `<name …>`
    case start
    /// `</name>`
    case end
    /// `<name …/>`
    case empty
  }

  var kind: Kind
  /// From `<` to the end of `>`.
  var range: Range<Int>
  /// The name with its prefix.
  var name: Range<Int>

  /// The end of the attributes, before `>` or `/>`.
  var attributesEnd: Int { range.upperBound - (kind == .empty ? 2 : 1) }
}
