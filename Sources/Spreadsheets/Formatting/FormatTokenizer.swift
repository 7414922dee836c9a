/// Parses a format code into sections.
struct FormatTokenizer {
  private let code: [Character]
  private var index = 0
  private var endsWithSemicolon = false

  init(_ code: String) { self.code = Array(code) }

  /// The sections, at most four; a fifth is ignored.
  mutating func sections() -> [FormatSection] {
    var sections: [FormatSection] = []
    repeat {
      sections.append(section())
    } while index < code.count && sections.count < 4
    // An empty section follows the last semicolon.
    if endsWithSemicolon, sections.count < 4 { sections.append(FormatSection()) }
    return sections
  }

  private mutating func section() -> FormatSection {
    var section = FormatSection()
    while index < code.count, code[index] != ";" { take(into: &section) }
    if index < code.count {
      index += 1
      endsWithSemicolon = index == code.count
    }
    section.tokens = Self.settled(section.tokens)
    return section
  }

  private mutating func take(into section: inout FormatSection) {
    let character = code[index]
    switch character {
    case "\"": section.tokens.append(.literal(quoted()))
    case "!" where index + 1 == code.count:
      section.tokens.append(.literal("!"))
      index += 1
    case "\\", "!":  // Chinese and Japanese Excel write "!"
      if index + 1 < code.count { section.tokens.append(.literal(String(code[index + 1]))) }
      index += 2
    case "_":
      section.tokens.append(.literal(" "))
      index += 2
    case "*": index += 2
    case "[": takeBrackets(into: &section)
    default:
      if let word = word(behind: section.tokens) {
        section.tokens.append(word)
      } else {
        section.tokens.append(token(character))
      }
    }
  }

  private mutating func quoted() -> String {
    let start = index + 1
    var end = start
    while end < code.count, code[end] != "\"" { end += 1 }
    index = end + 1
    return String(code[start..<end])
  }

  private mutating func takeBrackets(into section: inout FormatSection) {
    guard let end = code[index...].firstIndex(of: "]") else {
      section.tokens.append(.literal("["))
      index += 1
      return
    }
    let inside = String(code[(index + 1)..<end])
    index = end + 1
    let lowered = inside.lowercased()
    switch lowered {
    case "dbnum1": section.numerals = .chinese
    case "dbnum2": section.numerals = .formalChinese
    case "dbnum3": section.numerals = .fullWidth
    case _ where lowered.allSatisfy({ $0 == "h" }) && !lowered.isEmpty:
      section.tokens.append(.elapsedHours(lowered.count))
    case _ where lowered.allSatisfy({ $0 == "m" }) && !lowered.isEmpty:
      section.tokens.append(.elapsedMinutes(lowered.count))
    case _ where lowered.allSatisfy({ $0 == "s" }) && !lowered.isEmpty:
      section.tokens.append(.elapsedSeconds(lowered.count))
    case _ where inside.hasPrefix("$"):
      let parts = inside.dropFirst().split(
        separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
      if let sign = parts.first, !sign.isEmpty { section.tokens.append(.literal(String(sign))) }
      if parts.count > 1 { section.language = FormatLanguage(parts[1].prefix { $0 != "," }) }
    default:
      let signs = inside.prefix { "<>=".contains($0) }
      if !signs.isEmpty, let bound = NumberText.parse(inside.dropFirst(signs.count)) {
        section.condition = .init(sign: String(signs), bound: bound)
      }
    }
  }

  /// A keyword at the current position.
  private mutating func word(behind tokens: [FormatToken]) -> FormatToken? {
    for (word, token) in [
      ("general", FormatToken.general), ("g/通用格式", .general), ("g/標準", .general),
      ("am/pm", .halfDay(.english)), ("上午/下午", .halfDay(.chinese)),
    ] where isAt(word) {
      index += word.count
      return token
    }
    if isAt("a/p") {
      let isLarge = code[index] == "A"
      index += 3
      return .halfDay(.letters(isLarge: isLarge))
    }
    guard code[index] == "E" || code[index] == "e", index + 1 < code.count,
      code[index + 1] == "+" || code[index + 1] == "-",
      tokens.contains(where: { $0.isPlace || $0 == .point })
    else { return nil }
    index += 2
    return .exponent(showsPlus: code[index - 1] == "+")
  }

  private func isAt(_ word: String) -> Bool {
    let letters = Array(word)
    return index + letters.count <= code.count
      && zip(code[index...], letters).allSatisfy { $0 == $1 || $0.lowercased() == String($1) }
  }

  private mutating func token(_ character: Character) -> FormatToken {
    let start = index
    index += 1
    switch character {
    case "0": return .place(.zero)
    case "#": return .place(.hash)
    case "?": return .place(.question)
    case "1"..."9" where character.isASCII: return .digit(UInt8(character.wholeNumberValue ?? 0))
    case ".": return .point
    case ",": return .comma
    case "%": return .percent
    case "/": return .slash
    case "@": return .text
    default: break
    }
    let letter = character.lowercased()
    guard "ymdhsbega".contains(letter) else { return .literal(String(character)) }
    while index < code.count, code[index].lowercased() == letter { index += 1 }
    let count = index - start
    switch letter {
    case "y": return .year(count)
    case "m": return .month(count)
    case "d": return .day(count)
    case "h": return .hour(count)
    case "s": return .second(count)
    case "b": return .buddhistYear(count)
    case "e": return .eraYear
    case "g": return .era
    case "a" where count > 2: return .weekday(count)
    default: return .literal(String(code[start..<index]))
    }
  }

  /// Distinguishes minutes from months, and decimals of seconds from decimal points.
  private static func settled(_ tokens: [FormatToken]) -> [FormatToken] {
    guard tokens.contains(where: \.isDate) else { return tokens }
    var settled: [FormatToken] = []
    var index = 0
    while index < tokens.count {
      if tokens[index] == .point {
        let zeros = tokens[(index + 1)...].prefix { $0 == .place(.zero) }.count
        if zeros > 0 {
          settled.append(.subsecond(min(zeros, 3)))
          index += zeros + 1
          continue
        }
      }
      if case .month(let count) = tokens[index], count < 3,
        isMinute(before: settled, after: tokens[(index + 1)...])
      {
        settled.append(.minute(count))
      } else if tokens[index] != .comma || settled.last != .comma {
        settled.append(tokens[index])
      }
      index += 1
    }
    return settled
  }

  private static func isMinute(
    before: [FormatToken], after: ArraySlice<FormatToken>
  ) -> Bool {
    func isClock(_ token: FormatToken) -> Bool {
      if case .halfDay = token { return false }
      return token.isDate
    }
    switch before.last(where: isClock) {
    case .hour, .elapsedHours: return true
    default: break
    }
    switch after.first(where: isClock) {
    case .second, .elapsedSeconds: return true
    default: return false
    }
  }
}
