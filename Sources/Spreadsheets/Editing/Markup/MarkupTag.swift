/// A tag in the bytes of an XML part, by where it stands.
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
  /// From `<` to behind `>`.
  var range: Range<Int>
  /// The name with its prefix.
  var name: Range<Int>

  /// Where an attribute can be added: behind the last one, before `>` or `/>`.
  var attributesEnd: Int { range.upperBound - (kind == .empty ? 2 : 1) }
}
