/// The texts of a document that may be labels, each once.
struct TextTable {
  /// The texts, in the order of their first occurrence.
  private(set) var texts: [LabelText] = []
  private var ids: [ExactText: Int] = [:]

  /// The length of the longest text that may be a label, in UTF-8 bytes; official labels with remarks have up
  /// to 400.
  static let longest = 600

  /// The number of `text`.
  mutating func id(of text: String) -> Int {
    let key = ExactText(text)
    if let id = ids[key] { return id }
    let id = texts.count
    ids[key] = id
    texts.append(LabelText(text))
    return id
  }

  /// The number of `text`, or nil if it has not occurred.
  func known(_ text: String) -> Int? { ids[ExactText(text)] }
}
