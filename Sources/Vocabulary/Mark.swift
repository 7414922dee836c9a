/// The marks in a cell that mean that a field does not apply: the only list of them.
package enum Mark {
  /// The mark that is written.
  package static let written = "/"
  /// The marks that a template accepts.
  package static let entries = ["/", "-", "—", "无", "不适用", "N/A"]

  /// Whether `text`, which has no white space around it, means that the field does not apply.
  package static func isOne(_ text: some StringProtocol) -> Bool {
    guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first),
      text.utf8.count <= longest
    else { return false }
    if words.contains(text.lowercased()) { return true }
    return text.unicodeScalars.count <= 4 && text.unicodeScalars.allSatisfy { strokes.contains($0) }
  }

  /// The length of the longest word or mark, in UTF-8 bytes.
  private static let longest = 12
  private static let words: Set<String> = [
    "无", "無", "暂无", "不适用", "不適用", "不涉及", "n/a", "na", "n.a.", "n．a．", "ｎ/ａ",
  ]
  private static let strokes = Set("/\\-—–－―‒−‐─ー.·。／".unicodeScalars)
}
