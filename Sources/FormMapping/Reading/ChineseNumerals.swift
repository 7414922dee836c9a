#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads numbers written in Chinese numerals, such as `二十三`, `一百零五` and `二〇二三`.
enum ChineseNumerals {
  /// The characters that numerals are made of, as UTF-16.
  static var characters: [UInt16] { Array(digits.keys) + Array(scales.keys) }

  /// The number from `start` on with the place after it, or nil where none stands.
  static func read(_ units: [UInt16], from start: Int) -> (Decimal, Int)? {
    var end = start
    while end < units.count, digits[units[end]] != nil || scales[units[end]] != nil { end += 1 }
    guard end > start, end - start <= 16 else { return nil }
    let numeral = units[start..<end]
    let usesScales = numeral.contains { scales[$0] != nil }
    // `五六` means five or six, not 56
    if numeral.count == 2, !usesScales, numeral.allSatisfy({ digits[$0] != 0 }) { return nil }
    guard let value = usesScales ? scaled(numeral) : positional(numeral) else { return nil }
    return (Decimal(value), end)
  }

  /// `二〇二三`: a digit for each place.
  static func positional(_ numeral: ArraySlice<UInt16>) -> Int? {
    var value = 0
    for unit in numeral {
      guard let digit = digits[unit] else { return nil }
      value = value * 10 + digit
    }
    return numeral.count <= 9 ? value : nil
  }

  /// `一百零五`: digits with their scale.
  private static func scaled(_ numeral: ArraySlice<UInt16>) -> Int? {
    var total = 0
    var section = 0
    var digit: Int?
    var last = Int.max
    for unit in numeral {
      if let value = digits[unit] {
        guard digit == nil || digit == 0 else { return nil }
        digit = value
      } else if let scale = scales[unit] {
        // Only 十 may stand for itself: `万元` is a unit, not a number
        if scale == 10_000 {
          guard total == 0, section + (digit ?? 0) > 0 else { return nil }
          total = (section + (digit ?? 0)) * scale
          section = 0
          last = Int.max
        } else {
          guard scale < last, let count = digit ?? (scale == 10 ? 1 : nil), count > 0 else {
            return nil
          }
          section += count * scale
          last = scale
        }
        digit = nil
      }
    }
    return total + section + (digit ?? 0)
  }

  private static let digits: [UInt16: Int] = Dictionary(
    uniqueKeysWithValues: zip(
      "〇零一二三四五六七八九壹贰叁肆伍陆柒捌玖两".utf16,
      [
        0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2,
      ]))
  private static let scales: [UInt16: Int] = Dictionary(
    uniqueKeysWithValues: zip("十百千万拾佰仟".utf16, [10, 100, 1000, 10_000, 10, 100, 1000]))
}
