/// The lines of a text; form feeds end a line as they end a page.
enum TextLines {
  /// How many lines `text` has.
  static func count(in text: String) -> Int {
    text.utf8.count { $0 == 0x0A || $0 == 0x0C } + 1
  }

  /// Splits at line feeds, carriage returns and form feeds; empty lines stay, so that line numbers hold.
  static func split(_ text: String) -> [Substring] {
    text.unicodeScalars.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\u{0C}" }
      .map { line in
        var line = Substring(line)
        while line.unicodeScalars.last == "\r" { line.unicodeScalars.removeLast() }
        return line
      }
  }

  /// Whether the line is a page's number alone, such as `-2-`, `— 3 —` or `第 3 页 共 9 页`.
  static func isPageNumber(_ line: Substring) -> Bool {
    let kept = line.unicodeScalars.filter { !$0.properties.isWhitespace }
    guard let first = kept.first, let last = kept.last, kept.count >= 3 else { return false }
    let middle = kept.dropFirst().dropLast()
    let dashes: Set<Unicode.Scalar> = ["-", "–", "—", "－", "―", "─"]
    if dashes.contains(first), dashes.contains(last) {
      return middle.allSatisfy { ("0"..."9").contains($0) || dashes.contains($0) }
    }
    guard first == "第", last == "页" else { return false }
    return middle.allSatisfy { ("0"..."9").contains($0) || "页共第/".unicodeScalars.contains($0) }
  }
}
