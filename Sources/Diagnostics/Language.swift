/// A language that messages are written in.
public enum Language: String, Sendable, Hashable, CaseIterable {
  /// Simplified Chinese.
  case zh
  /// English.
  case en
}
