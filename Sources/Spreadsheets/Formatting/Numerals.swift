/// The numerals of `[DBNum1]` to `[DBNum3]`.
///
/// Source: ECMA-376-1:2016, 18.8.31; the forms of Chinese numerals are those of GB/T 15835-2011, 4.2.
enum Numerals: Hashable {
  /// 0 to 9.
  case arabic
  /// 〇一二三: `[DBNum1]`.
  case chinese
  /// 零壹贰叁, as on cheques: `[DBNum2]`.
  case formalChinese
  /// ０１２３, with the units of Chinese numerals between them: `[DBNum3]`.
  case fullWidth

  private var digits: [Character] {
    switch self {
    case .arabic: Array("0123456789")
    case .chinese: Array("〇一二三四五六七八九")
    case .formalChinese: Array("零壹贰叁肆伍陆柒捌玖")
    case .fullWidth: Array("０１２３４５６７８９")
    }
  }

  /// `text` with each digit in these numerals.
  func digitwise(_ text: String) -> String {
    guard self != .arabic else { return text }
    let digits = digits
    return String(
      text.map { character in
        guard let value = character.wholeNumberValue, character.isASCII else { return character }
        return digits[value]
      })
  }

  /// A plain decimal number with units, such as 一万二千三百 and 一十五.
  func spoken(_ text: String) -> String {
    guard self != .arabic, text.utf8.allSatisfy({ $0 == 0x2D || $0 == 0x2E || $0 &- 0x30 < 10 })
    else { return digitwise(text) }
    let isNegative = text.hasPrefix("-")
    let parts = text.drop { $0 == "-" }.split(separator: ".", omittingEmptySubsequences: false)
    var result = isNegative ? "-" : ""
    result += ranked(parts.first.map { $0.compactMap(\.wholeNumberValue) } ?? [])
    if parts.count > 1 { result += "." + digitwise(String(parts[1])) }
    return result
  }

  /// A part of a date or time with units: 十五 instead of 一十五.
  func datePart(_ text: String) -> String {
    let spoken = spoken(text)
    return self == .chinese && spoken.hasPrefix("一十") ? String(spoken.dropFirst()) : spoken
  }

  private func ranked(_ values: [Int]) -> String {
    let digits = digits
    let ranks: [Character] =
      self == .formalChinese ? ["拾", "佰", "仟"] : ["十", "百", "千"]
    let groups: [String] = ["", "万", "亿", "万亿"]
    guard values.contains(where: { $0 > 0 }), values.count <= 16 else {
      return digitwise(values.map(String.init).joined())
    }
    var result = ""
    var owesZero = false
    for (index, value) in values.enumerated() {
      let place = values.count - 1 - index
      if value == 0 {
        owesZero = !result.isEmpty
      } else {
        if owesZero { result.append(self == .chinese ? "〇" : digits[0]) }
        owesZero = false
        result.append(digits[value])
        if place % 4 > 0 { result.append(ranks[place % 4 - 1]) }
      }
      if place > 0, place % 4 == 0 {
        let group = values[max(0, index - 3)...index]
        if group.contains(where: { $0 > 0 }) { result += groups[place / 4] }
      }
    }
    return result
  }
}
