/// A year in a text: `2022年`, `2022年度`, `二〇二二年`, or several at once, `2022-2023年`.
struct YearToken: Hashable {
  /// The years, in their order.
  let years: [Int]
  /// The range in the text, with `年` and `度`.
  let range: Range<Int>

  /// The numbers that count as years.
  private static let possible = 1949...2099
  private static let year: UInt16 = 0x5E74
  private static let degree: UInt16 = 0x5EA6
  private static let month: UInt16 = 0x6708
  private static let numerals = Set(ChineseNumerals.characters)
  /// The characters that join two years: `- – — ~ 至 到 和 及 与 、 /`.
  private static let joints: Set<UInt16> = Set("-–—~至到和及与、/".utf16)

  /// The years in `range` of `text`, except in dates and document numbers.
  ///
  /// A year without `年` counts only at the start or the end of `range`, or before a joint.
  static func tokens(in text: FoldedText, _ range: Range<Int>) -> [YearToken] {
    var tokens: [YearToken] = []
    var index = range.lowerBound
    while index < range.upperBound {
      guard let (value, digitsEnd) = digits(in: text, index, range) else {
        index += 1
        continue
      }
      let end = end(in: text, digitsEnd, range.upperBound)
      let isDate = end < text.count && isNumeral(text.units[end]) && hasMonth(text, end)
      let isWhole =
        end > digitsEnd || end == range.upperBound || index == range.lowerBound
        || text.units.indices.contains(end) && joints.contains(text.units[end])
      if isWhole, !isDate { tokens.append(YearToken(years: [value], range: index..<end)) }
      index = end
    }
    return joined(tokens, text)
  }

  /// The year in four digits at `index`, or in four Chinese numerals before `年`; nil if there is none.
  static func digits(
    in text: FoldedText, _ index: Int, _ range: Range<Int>
  ) -> (year: Int, end: Int)? {
    guard index + 4 <= range.upperBound,
      index == 0 || !isNumeral(text.units[index - 1])
    else { return nil }
    let end = index + 4
    let units = text.units[index..<end]
    let value: Int?
    if units.allSatisfy(FoldedText.isDigit) {
      guard end == text.count || !FoldedText.isDigit(text.units[end]) else { return nil }
      value = units.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    } else {
      guard end < text.count, text.units[end] == year, isNumeral(text.units[index]) else {
        return nil
      }
      value = ChineseNumerals.positional(units)
    }
    guard let value, possible.contains(value) else { return nil }
    return (value, end)
  }

  private static func isNumeral(_ unit: UInt16) -> Bool {
    FoldedText.isDigit(unit) || numerals.contains(unit)
  }

  /// The end of `年` and `度` after the digits.
  private static func end(in text: FoldedText, _ digitsEnd: Int, _ bound: Int) -> Int {
    var end = digitsEnd
    if end < bound, text.units[end] == year { end += 1 }
    if end < bound, text.units[end] == degree { end += 1 }
    return end
  }

  private static func hasMonth(_ text: FoldedText, _ start: Int) -> Bool {
    var index = start
    while index < text.count, isNumeral(text.units[index]) { index += 1 }
    return index < text.count && text.units[index] == month
  }

  /// The tokens, with those merged that a joint separates.
  private static func joined(_ tokens: [YearToken], _ text: FoldedText) -> [YearToken] {
    tokens.reduce(into: []) { joined, token in
      guard let last = joined.last, last.range.upperBound + 1 == token.range.lowerBound,
        joints.contains(text.units[last.range.upperBound])
      else { return joined.append(token) }
      joined[joined.count - 1] = YearToken(
        years: last.years + token.years, range: last.range.lowerBound..<token.range.upperBound)
    }
  }
}
