/// The texts of a document that may be labels, each once.
struct TextTable {
  /// The texts, in the order of their first occurrence.
  private(set) var texts: [KnownText] = []
  private var ids: [ExactText: Int?] = [:]
  private let known: KnownTexts

  /// The length of the longest text that may be a label, in UTF-8 bytes; official labels with remarks have up
  /// to 400.
  static let longest = 600

  /// Makes an empty table of texts that are looked up in `known`.
  init(_ known: KnownTexts) { self.known = known }

  /// The number of `text`, or nil if it is too long for a label or like a value.
  mutating func id(of text: String) -> Int? {
    guard text.utf8.count <= Self.longest else { return nil }
    // Numbers rarely repeat
    if !text.utf8.contains(where: { $0 >= UInt8(ascii: "A") }), ValueReader.isValueLike(text) {
      return nil
    }
    let key = ExactText(text)
    if let id = ids[key] { return id }
    let text = known(text)
    let id = text.isValueLike ? nil : texts.count
    ids[key] = .some(id)
    if id != nil { texts.append(text) }
    return id
  }

  /// The text with number `id` in the form in which labels are compared.
  subscript(id: Int) -> LabelText { texts[id].label }
}
