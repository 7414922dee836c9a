/// A localized message: one complete text per language, never assembled from fragments.
public struct Phrase: Sendable, Hashable {
  /// The message in Simplified Chinese.
  public let zh: String
  /// The message in English.
  public let en: String

  /// Makes a message from its texts.
  public init(zh: String, en: String) {
    self.zh = zh
    self.en = en
  }

  /// The text in `language`.
  public subscript(language: Language) -> String {
    switch language {
    case .zh: zh
    case .en: en
    }
  }
}
