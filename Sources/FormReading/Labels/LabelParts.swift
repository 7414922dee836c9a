import Vocabulary

/// Splits a folded label into ordinal, text and remarks in brackets.
struct LabelParts {
  private(set) var core: [UInt16] = []
  private(set) var remark: [UInt16] = []
  private(set) var ordinal: Int?
  /// The offset in the core of the text behind the last ordinal in its middle.
  private(set) var inner: Int?
  private let text: [UInt16]
  private var position = 0

  /// Makes a reader of text that was folded by ``LabelFolding``.
  init(_ text: [UInt16]) { self.text = text }

  /// Reads the whole text.
  mutating func read() {
    while let found = leadingOrdinal() { ordinal = found }
    var depth = 0
    while position < text.count {
      let unit = text[position]
      switch unit {
      case Unit.open, Unit.squareOpen:
        if depth == 0, skipInnerOrdinal() { continue }
        depth += 1
      case Unit.close, Unit.squareClose: depth = max(0, depth - 1)
      default:
        if depth == 0, startsInnerOrdinal() {
          position += 1
          while position < text.count, Unit.isDigit(text[position]) { position += 1 }
          position += 1
          inner = core.count
          continue
        }
        if Unit.isMeaningful(unit) {
          if depth == 0 { core.append(unit) } else { remark.append(unit) }
        }
      }
      position += 1
    }
  }

  /// Consumes `1.` `1、` `(1)` `一、` `(一)` at the position.
  private mutating func leadingOrdinal() -> Int? {
    var end = position
    let isBracketed = end < text.count && text[end] == Unit.open
    if isBracketed { end += 1 }
    let start = end
    while end < text.count, end - start < 3, Unit.numeral(text[end]) != nil { end += 1 }
    guard end > start, let number = Unit.number(text[start..<end]) else { return nil }
    if isBracketed {
      guard end < text.count, text[end] == Unit.close else { return nil }
      position = end + 1
      while position < text.count, Unit.isSeparator(text[position]) { position += 1 }
      return number
    }
    if end < text.count, Unit.isSeparator(text[end]) || text[end] == Unit.close {
      // A decimal number, but not `三、2022年…`
      let mayBeDecimal = Unit.isDigit(text[start]) && text[end] != Unit.comma
      if mayBeDecimal, end + 1 < text.count, Unit.isDigit(text[end + 1]) { return nil }
      position = end + 1
      return number
    }
    // `1属于国家秘密`: digits directly before the text, unless they count something
    guard Unit.isDigit(text[start]), end < text.count, text[end] >= 0x4E00,
      !Unit.counted.contains(text[end]), !Unit.isAmount(text[end...])
    else { return nil }
    position = end
    return number
  }

  /// Skips `(三)` in the middle of a text, as in joined labels; `第(一)项` keeps its number, and four digits are
  /// a year.
  private mutating func skipInnerOrdinal() -> Bool {
    var end = position + 1
    while end < text.count, Unit.numeral(text[end]) != nil { end += 1 }
    guard 1...3 ~= end - position - 1, end < text.count, text[end] == Unit.close else {
      return false
    }
    if position > 0, text[position - 1] == Unit.ordinalMark {
      core += text[(position + 1)..<end]
    } else if !core.isEmpty {
      inner = core.count
    }
    position = end + 1
    return true
  }

  /// Whether `1.` of a joined label starts after the current character.
  private func startsInnerOrdinal() -> Bool {
    var end = position
    while end < text.count, end - position < 2, Unit.isDigit(text[end]) { end += 1 }
    guard end > position, position > 0, text[position - 1] >= 0x4E00, end + 1 < text.count,
      Unit.isSeparator(text[end])
    else { return false }
    return text[end + 1] >= 0x4E00
  }
}

/// The characters that separate the parts of a label.
private enum Unit {
  static let open: UInt16 = 0x28
  static let close: UInt16 = 0x29
  static let squareOpen: UInt16 = 0x5B
  static let squareClose: UInt16 = 0x5D
  /// `、`, which follows an ordinal and is never part of a number.
  static let comma: UInt16 = 0x3001
  /// `第`, which makes a bracketed number part of the text.
  static let ordinalMark: UInt16 = 0x7B2C
  /// Counters, which make a number in front of them a count: `年月日件条号个项届`.
  static let counted: Set<UInt16> = Set("年月日件条号个项届".utf16)

  /// Whether `text` begins with a power of ten or an amount, such as 万元 in `1万元以上`.
  static func isAmount(_ text: ArraySlice<UInt16>) -> Bool {
    NumberUnit.parse(text).map { $0.unit.quantity != .count } ?? false
  }

  /// The value of `一` to `十`.
  private static func chinese(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    default: nil
    }
  }

  static func isDigit(_ unit: UInt16) -> Bool { 0x30...0x39 ~= unit }

  /// `.` `、` `,` `:` and similar characters after an ordinal.
  static func isSeparator(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x2E, 0x2C, 0x3A, 0x3001, 0x3002, 0xB7, 0x2D: true
    default: false
    }
  }

  static func numeral(_ unit: UInt16) -> Int? {
    isDigit(unit) ? Int(unit - 0x30) : chinese(unit)
  }

  /// The value of digits or of Chinese numerals up to 99.
  static func number(_ units: ArraySlice<UInt16>) -> Int? {
    if units.allSatisfy(isDigit) { return units.reduce(0) { $0 * 10 + Int($1 - 0x30) } }
    let values = units.compactMap(chinese)
    guard values.count == units.count else { return nil }
    switch (values.count, values.first, values.last) {
    case (1, let value?, _): return value
    case (2, 10, let ones?): return 10 + ones
    case (2, let tens?, 10): return tens * 10
    case (3, let tens?, let ones?): return tens * 10 + ones
    default: return nil
    }
  }

  /// Letters, digits and ideographs; not punctuation, quotes, dashes or drawing characters.
  static func isMeaningful(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x61...0x7A, 0x25: true
    case 0x00...0x7F, 0x80...0xBF, 0xD7, 0xF7: false
    case 0x2010...0x2BFF: false
    case 0x3005, 0x3007: true
    case 0x3000...0x303F, 0xFE10...0xFE6F, 0xFF00...0xFFEF: false
    default: true
    }
  }
}
