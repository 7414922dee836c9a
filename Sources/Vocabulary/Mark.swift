/// The marks that say in a cell that a field does not apply: the one list of them.
package enum Mark {
  /// The one that is written.
  package static let written = "/"
  /// Those that a template takes.
  package static let entries = ["/", "-", "—", "无", "不适用", "N/A"]

  /// Whether `text`, which has no white space around it, says that the field does not apply.
  package static func isOne(_ text: some StringProtocol) -> Bool {
    guard !text.isEmpty, text.utf8.count <= longest else { return false }
    if words.contains(text.lowercased()) { return true }
    return text.unicodeScalars.count <= 4 && text.unicodeScalars.allSatisfy { strokes.contains($0) }
  }

  /// The bytes of the longest word or mark, in UTF-8.
  private static let longest = 16
  private static let words: Set<String> = [
    "无", "無", "暂无", "不适用", "不適用", "不涉及", "n/a", "na", "n.a.", "n．a．", "ｎ/ａ",
  ]
  private static let strokes = Set("/\\-—–－―‒−‐─ー.·。／".unicodeScalars)
}
