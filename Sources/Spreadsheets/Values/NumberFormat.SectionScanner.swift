extension NumberFormat {
  /// Parses a format code; quoted, escaped and bracketed text is not a date, other text may be.
  struct SectionScanner {
    /// A token that determines the kind of a section.
    enum Finding {
      case date, time, elapsed, text
      case condition(Section.Condition)
    }

    private let code: [UInt8]
    private var index = 0

    /// Whether the last letter was an `h`: an `m` after it means minutes.
    private var isAfterHour = false

    init(_ code: String) {
      self.code = Array(code.utf8)
    }

    /// The next section, or nil at the end.
    mutating func next() -> Section? {
      guard index < code.count else { return nil }
      var section = Section()
      isAfterHour = false
      while index < code.count {
        let byte = code[index]
        if byte == UInt8(ascii: ";") {
          index += 1
          return section
        }
        if let found = take(byte) { section.note(found) }
      }
      return section
    }

    /// Advances past the token that begins with `byte`, and returns its meaning.
    private mutating func take(_ byte: UInt8) -> Finding? {
      switch byte {
      case UInt8(ascii: "\""): skip(past: UInt8(ascii: "\""))
      case UInt8(ascii: "\\"), UInt8(ascii: "_"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        index += 2  // the next character is literal, a width, or a fill
      case UInt8(ascii: "["): return takeBrackets()
      case UInt8(ascii: "@"):
        index += 1
        return .text
      default: return takeLetter(byte | 0x20)
      }
      return nil
    }

    private mutating func takeLetter(_ letter: UInt8) -> Finding? {
      for word in Self.words where isAt(word.text) {
        index += word.text.count
        return word.finding
      }
      let start = index
      while index < code.count, code[index] | 0x20 == letter { index += 1 }
      switch letter {
      case UInt8(ascii: "y"), UInt8(ascii: "d"), UInt8(ascii: "g"), UInt8(ascii: "b"):
        isAfterHour = false
        return .date
      case UInt8(ascii: "e"):
        // An exponent follows a digit place and is followed by a sign; otherwise it is a year.
        let isExponent =
          index < code.count
          && (code[index] == UInt8(ascii: "+") || code[index] == UInt8(ascii: "-")) && start > 0
          && (UInt8(ascii: "0")...UInt8(ascii: "9") ~= code[start - 1]
            || code[start - 1] == UInt8(ascii: "#") || code[start - 1] == UInt8(ascii: "?")
            || code[start - 1] == UInt8(ascii: "."))
        return isExponent ? nil : .date
      case UInt8(ascii: "h"):
        isAfterHour = true
        return .time
      case UInt8(ascii: "s"):
        isAfterHour = false
        return .time
      case UInt8(ascii: "m"): return isAfterHour || isBeforeSeconds ? .time : .date
      default: return nil
      }
    }

    /// Whether the next letter is an `s`: an `m` before it means minutes.
    private var isBeforeSeconds: Bool {
      for byte in code[index...] {
        switch byte | 0x20 {
        case UInt8(ascii: "s"): return true
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: ";") | 0x20: return false
        default: continue
        }
      }
      return false
    }

    /// Parses text in square brackets: an elapsed time or a condition; colors and locales are ignored.
    private mutating func takeBrackets() -> Finding? {
      let start = index + 1
      skip(past: UInt8(ascii: "]"))
      let inside = code[min(start, index)..<max(min(start, index), index - 1)]
      guard let first = inside.first else { return nil }
      let letter = first | 0x20
      if [UInt8(ascii: "h"), UInt8(ascii: "m"), UInt8(ascii: "s")].contains(letter),
        inside.allSatisfy({ $0 | 0x20 == letter })
      {
        isAfterHour = letter == UInt8(ascii: "h")
        return .elapsed
      }
      let signs = inside.prefix { $0 == 0x3C || $0 == 0x3D || $0 == 0x3E }
      guard !signs.isEmpty,
        let bound = NumberText.parse(String(decoding: inside[signs.endIndex...], as: UTF8.self))
      else { return nil }
      return .condition(
        Section.Condition(sign: String(decoding: signs, as: UTF8.self), bound: bound))
    }

    private mutating func skip(past end: UInt8) {
      index += 1
      while index < code.count, code[index] != end { index += 1 }
      index += 1
    }

    private func isAt(_ text: [UInt8]) -> Bool {
      index + text.count <= code.count
        && zip(code[index...], text).allSatisfy { $0 == $1 || $0 | 0x20 == $1 }
    }

    /// Words with date letters that are not dates, or that are times without such letters; in lower case.
    private static let words: [(text: [UInt8], finding: Finding?)] = [
      ("general", nil), ("g/通用格式", nil), ("g/標準", nil), ("am/pm", .time), ("a/p", .time),
      ("上午/下午", .time),
    ].map { (Array($0.0.utf8), $0.1) }
  }
}
