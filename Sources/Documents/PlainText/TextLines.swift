/// The lines of a text; form feeds end a line as they end a page.
enum TextLines {
  /// How many lines `text` has.
  static func count(in text: String) -> Int {
    text.utf8.count { $0 == 0x0A || $0 == 0x0C } + 1
  }

  /// Splits at line feeds, with or without a carriage return, and at form feeds; empty lines remain, so that
  /// line numbers are correct.
  static func split(_ text: String) -> [Substring] {
    text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\u{0C}" }
      .map { line in Substring(line[..<line.suffix { $0 == "\r" }.startIndex]) }
  }

  /// Whether the line is only a page number, such as `-2-`, `— 3 —` or `第 3 页 共 9 页`.
  static func isPageNumber(_ line: Substring) -> Bool {
    let text = line.unicodeScalars.trimmed
    guard let first = text.first, isDash(first) || first == "第" else { return false }
    let kept = text.filter { !$0.isWhiteSpace }
    guard let last = kept.last, kept.count >= 3 else { return false }
    let middle = kept.dropFirst().dropLast()
    if first != "第" {
      return isDash(last) && middle.allSatisfy { ("0"..."9").contains($0) || isDash($0) }
    }
    return last == "页"
      && middle.allSatisfy { ("0"..."9").contains($0) || "页共第/".unicodeScalars.contains($0) }
  }

  private static func isDash(_ scalar: Unicode.Scalar) -> Bool {
    "-–—－―─".unicodeScalars.contains(scalar)
  }
}
