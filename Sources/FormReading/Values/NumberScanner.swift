#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import ReportModel

/// Reads a number as people type it into a cell: sign, digits, thousands separators, unit, remark.
struct NumberScanner {
  /// The result for a text that starts with a number.
  struct Result {
    /// The number, including its sign.
    var number: Decimal
    /// The text after the number, without white space around it.
    var rest: String
    /// Whether full-width digits or signs were used.
    var isFullWidth: Bool
    /// Whether a word such as `减` or Chinese numerals were used.
    var usesWords: Bool
    /// Whether the numerals contain 万 or 亿.
    var isLarge = false
  }

  private let units: [UInt16]
  private let isFullWidth: Bool

  /// Makes a scanner for `text`, which has no white space around it.
  init(_ text: String) {
    var isFullWidth = false
    units = text.utf16.map { unit in
      switch unit {
      case 0xFF0B, 0xFF0D, 0xFF0E, 0xFF10...0xFF19:
        isFullWidth = true
        return unit - 0xFEE0
      case 0xFF0C: return 0x2C
      case 0x2010...0x2015, 0x2212, 0xFE63: return 0x2D
      case 0x00A0, 0x3000, 0x2000...0x200B, 0x202F, 0x205F, 0xFEFF, 0x09...0x0D: return 0x20
      default: return unit
      }
    }
    self.isFullWidth = isFullWidth
  }

  /// The number that the text starts with, or nil.
  func scan() -> Result? {
    var position = 0
    var isNegative = false
    var usesWords = false
    if let sign = Self.signs.first(where: { units.starts(with: $0.word) }) {
      isNegative = sign.isNegative
      usesWords = sign.word.count > 1 || sign.word[0] > 0x7F
      position = sign.word.count
      while position < units.count, units[position] == 0x20 { position += 1 }
    }
    if let (number, end) = digits(from: position) {
      return Result(
        number: isNegative ? -number : number, rest: rest(from: end), isFullWidth: isFullWidth,
        usesWords: usesWords)
    }
    guard let (number, end) = ChineseNumerals.read(units, from: position) else { return nil }
    return Result(
      number: isNegative ? -number : number, rest: rest(from: end), isFullWidth: false,
      usesWords: true, isLarge: ChineseNumerals.isLarge(units[position..<end]))
  }

  private func rest(from position: Int) -> String {
    String(decoding: units[position...], as: UTF16.self).trimmed
  }

  /// Digits with an optional fraction; commas only as thousands separators.
  private func digits(from start: Int) -> (Decimal, Int)? {
    var position = start
    var text = ""
    var group = 0
    var hasSeparators = false
    while position < units.count {
      let unit = units[position]
      if 0x30...0x39 ~= unit {
        text.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
        group += 1
      } else if unit == 0x2C, 1...3 ~= group, !hasSeparators || group == 3,
        digitCount(position + 1) == 3
      {
        hasSeparators = true
        group = 0
      } else {
        break
      }
      position += 1
    }
    guard !text.isEmpty, !hasSeparators || group == 3 && !text.hasPrefix("0") else { return nil }
    if position + 1 < units.count, units[position] == 0x2E, digitCount(position + 1) > 0 {
      let count = digitCount(position + 1)
      text += "." + String(decoding: units[(position + 1)..<(position + 1 + count)], as: UTF16.self)
      position += 1 + count
    }
    let whole = text.utf8.count <= Self.mostWholeDigits ? Int(text).map { Decimal($0) } : nil
    return (whole ?? Decimal(exactly: text)).map { ($0, position) }
  }

  /// The most digits of a number that is read as an integer.
  private static let mostWholeDigits = 15

  private func digitCount(_ position: Int) -> Int {
    units[position...].prefix { 0x30...0x39 ~= $0 }.count
  }

  /// Whether `text`, which has no white space around it, may begin with a number: most labels do not.
  static func mayScan(_ text: String) -> Bool {
    guard let first = text.utf16.first else { return false }
    switch first {
    case 0x2B, 0x2D, 0x30...0x39, 0xFF0B, 0xFF0D, 0xFF10...0xFF19, 0x2010...0x2015, 0x2212, 0xFE63:
      return true
    case 0x4E00...0x9FFF, 0x3007, 0x25CB: return words.contains(first)
    default: return false
    }
  }

  /// The first characters of signs in words and of numerals.
  private static let words = Set(signs.map { $0.word[0] } + ChineseNumerals.characters)

  /// Longer words are before the words that they begin with.
  private static let signs: [(word: [UInt16], isNegative: Bool)] = [
    ("+", false), ("-", true), ("增加", false), ("增长", false), ("增長", false), ("增", false),
    ("减少", true), ("减", true), ("減少", true), ("減", true), ("负", true), ("負", true),
  ].map { (Array($0.0.utf16), $0.1) }
}

extension String {
  /// The text without white space of any kind around it.
  var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar) in
      // Letters, digits and ideographs need no look-up of Unicode properties
      switch scalar.value {
      case 0x21...0x7E, 0x4E00...0x9FFF: false
      default:
        scalar.properties.isWhitespace || scalar.properties.generalCategory == .format
          || scalar.value < 0x20
      }
    }
    guard let first = unicodeScalars.firstIndex(where: { !isSpace($0) }),
      let last = unicodeScalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    let isWhole =
      first == unicodeScalars.startIndex && unicodeScalars.index(after: last) == endIndex
    return isWhole ? self : String(unicodeScalars[first...last])
  }
}
