/// What a handler has been told of a document's beginning, and is not told again when that is read once more.
struct ToldEvents {
  /// How many start and end tags; an empty element has both.
  private(set) var tags = 0
  /// How many bytes of text behind the last of these tags.
  private(set) var text = 0

  /// Adds a tag.
  mutating func addTag() { (tags, text) = (tags + 1, 0) }

  /// Adds `count` bytes of text.
  mutating func addText(_ count: Int) { text += count }

  /// Takes the next tag off; false where it is a new one.
  mutating func takeTag() -> Bool {
    guard tags > 0 else { return false }
    tags -= 1
    return true
  }

  /// Takes text off, and returns what is new of it.
  mutating func takeText(_ piece: XMLSlice) -> XMLSlice {
    if tags == 0, text == 0 { return piece }
    let known = tags > 0 ? piece.count : min(text, piece.count)
    if tags == 0 { text -= known }
    return XMLSlice(UnsafeBufferPointer(rebasing: piece.bytes[known...]))
  }
}
