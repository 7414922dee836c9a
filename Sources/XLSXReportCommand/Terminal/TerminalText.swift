/// Text as displayed by a terminal: its width, and where a line may end.
enum TerminalText {
  /// The number of columns of `text`: two for CJK and full-width characters, none for combining marks.
  ///
  /// Source: Unicode Standard Annex 11, East Asian Width, by blocks.
  static func width(of text: some StringProtocol) -> Int {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) }
  }

  /// `text` followed by spaces up to `columns` or, for a negative number, preceded by them.
  static func padded(_ text: String, columns: Int) -> String {
    let space = String(repeating: " ", count: max(0, abs(columns) - width(of: text)))
    return columns < 0 ? space + text : text + space
  }

  /// `text` in at most `columns`, with `…` if it was cut.
  static func cut(_ text: String, columns: Int) -> String {
    guard width(of: text) > columns else { return text }
    var used = 1
    let kept = text.prefix { character in
      used += width(of: String(character))
      return used <= columns
    }
    return kept + "…"
  }

  /// `line` without the spaces at its end.
  static func trimmingEnd(of line: String) -> String {
    var line = line[...]
    while line.last == " " { line.removeLast() }
    return String(line)
  }

  /// `text` in lines of at most `columns`; a line ends at a space or beside a wide character, and never
  /// before closing punctuation.
  static func wrapped(_ text: String, columns: Int) -> String {
    var lines: [String] = []
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var current = ""
      var used = 0
      for piece in pieces(of: line) {
        let width = width(of: piece)
        if used + width > columns, !current.isEmpty {
          lines.append(trimmingEnd(of: current))
          current = ""
          used = 0
          if piece.allSatisfy({ $0 == " " }) { continue }
        }
        current += piece
        used += width
      }
      lines.append(trimmingEnd(of: current))
    }
    return lines.joined(separator: "\n")
  }

  /// The pieces between which a line may end.
  private static func pieces(of line: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = line.startIndex
    for index in line.indices.dropFirst() {
      let previous = line[line.index(before: index)]
      let next = line[index]
      guard mayBreak(between: previous, and: next) else { continue }
      pieces.append(line[start..<index])
      start = index
    }
    if start < line.endIndex { pieces.append(line[start...]) }
    return pieces
  }

  private static func mayBreak(between previous: Character, and next: Character) -> Bool {
    if "，。；：、！？）】》”’…".contains(next) || "（【《“‘".contains(previous) { return false }
    if previous == " " || next == " " { return previous != next }
    return width(of: String(previous)) == 2 || width(of: String(next)) == 2
  }

  private static func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF,
      0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F,
      0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F900...0x1F9FF, 0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
