#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Reads numbers written in Chinese numerals, such as `二十三`, `一百零五` and `二〇二三`.
///
/// Ambiguous numerals are not read: `二万五` is 25,000 by convention and 20,005 by its characters.
enum ChineseNumerals {
  /// The characters of numerals, as UTF-16.
  static var characters: [UInt16] { Array(digits.keys) + Array(scales.keys) + Array(tens.keys) }

  /// The longest numeral that is read, in characters.
  private static let longest = 20

  /// The number from `start` on, with the index after it; nil if there is none or it is ambiguous.
  static func read(_ units: [UInt16], from start: Int) -> (Decimal, Int)? {
    var end = start
    while end < units.count, isNumeral(units[end]) { end += 1 }
    guard end > start, end - start <= longest else { return nil }
    let numeral = units[start..<end]
    let isScaled = numeral.contains { digits[$0] == nil }
    // `五六` means five or six, not 56
    if numeral.count == 2, !isScaled, numeral.allSatisfy({ digits[$0] != 0 }) { return nil }
    guard let value = isScaled ? scaled(numeral) : positional(numeral) else { return nil }
    return (Decimal(value), end)
  }

  /// Whether `numeral` is written with 万 or 亿.
  static func isLarge(_ numeral: ArraySlice<UInt16>) -> Bool {
    numeral.contains { scales[$0] ?? 0 >= 10_000 }
  }

  private static func isNumeral(_ unit: UInt16) -> Bool {
    digits[unit] != nil || scales[unit] != nil || tens[unit] != nil
  }

  /// `二〇二三`: one digit for each place.
  static func positional(_ numeral: ArraySlice<UInt16>) -> Int? {
    guard numeral.count <= 9, numeral.count == 1 || !numeral.contains(where: isPair) else {
      return nil
    }
    return numeral.reduce(0) { $0 * 10 + (digits[$1] ?? 0) }
  }

  /// `一百零五`: digits with their scales, from the largest down.
  private static func scaled(_ numeral: ArraySlice<UInt16>) -> Int? {
    var reading = Reading()
    for (index, unit) in numeral.enumerated() {
      if isPair(unit) {
        // 两 counts hundreds and more; `十两` is ten of something
        let next = numeral.dropFirst(index + 1).first.flatMap { scales[$0] } ?? 0
        guard next >= 100 else { return nil }
      }
      let isRead =
        if let digit = digits[unit] {
          reading.take(digit: digit)
        } else if let ten = tens[unit] {
          reading.take(ten: ten)
        } else {
          reading.take(scale: scales[unit] ?? 0)
        }
      guard isRead else { return nil }
    }
    return reading.value
  }

  /// A partly read numeral with scales.
  private struct Reading {
    private var total = 0
    private var section = 0
    private var digit: Int?
    private var hasZero = false
    /// The last scale of the section; for its first digit, the scale whose remainder it is.
    private var last = Int.max
    private var largest = Int.max

    mutating func take(digit value: Int) -> Bool {
      guard digit == nil else { return false }
      if value == 0 {
        guard !hasZero, last > 10, last < Int.max else { return false }
        hasZero = true
      } else {
        digit = value
      }
      return true
    }

    /// 廿 and 卅: a digit with its scale in one character.
    mutating func take(ten value: Int) -> Bool {
      guard digit == nil, last > 10, isInPlace(10) else { return false }
      section += value
      (last, hasZero) = (10, false)
      return true
    }

    mutating func take(scale: Int) -> Bool {
      guard scale < 10_000 else { return close(scale) }
      // Only 十 may go without a digit: `百元` is a unit, not a number
      guard scale < last, let count = digit ?? (scale == 10 ? 1 : nil), isInPlace(scale) else {
        return false
      }
      section += count * scale
      (digit, last, hasZero) = (nil, scale, false)
      return true
    }

    /// 万 and 亿 multiply what precedes them.
    private mutating func close(_ scale: Int) -> Bool {
      guard scale < largest, let rest = remainder, section + rest > 0 else { return false }
      total += (section + rest) * scale
      (section, digit, hasZero, last, largest) = (0, nil, false, scale, scale)
      return true
    }

    /// Whether a preceding zero, if any, skips a place.
    private func isInPlace(_ scale: Int) -> Bool { !hasZero || scale < last / 10 }

    /// The ones digit; nil if it may be another digit: after 百, 千 or 万 without a zero.
    private var remainder: Int? {
      guard let digit else { return hasZero ? nil : 0 }
      return hasZero || last == 10 || last == Int.max ? digit : nil
    }

    /// The number; nil if it is ambiguous.
    var value: Int? { remainder.map { total + section + $0 } }
  }

  /// Whether a character is 两, which counts but is not a digit of a larger number.
  private static func isPair(_ unit: UInt16) -> Bool { unit == 0x4E24 || unit == 0x5169 }

  private static let digits = table(
    "〇○零一二三四五六七八九壹贰叁肆伍陆柒捌玖两兩貳參叄陸",
    [
      0, 0, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4, 5, 6, 7, 8, 9, 2, 2, 2, 3, 3, 6,
    ])
  private static let tens = table("廿卅卌", [20, 30, 40])
  private static let scales = table(
    "十百千万亿拾佰仟萬億",
    [10, 100, 1000, 10_000, 100_000_000, 10, 100, 1000, 10_000, 100_000_000])

  private static func table(_ characters: String, _ values: [Int]) -> [UInt16: Int] {
    Dictionary(uniqueKeysWithValues: zip(characters.utf16, values))
  }
}
