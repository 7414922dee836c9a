#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import ReportModel
import Vocabulary

/// A displayed number, compared with the stored number.
///
/// Rounding, grouping, a sign in brackets, Chinese numerals and a unit or a power of ten in words display the
/// same number; other digits, a percentage or nothing at all display another.
struct ShownNumber {
  /// Whether the displayed number is the stored one.
  private(set) var isSame = false
  /// The unit that is displayed with it.
  private(set) var unit: NumberUnit?
  /// Whether the unit is only the symbol of a currency.
  private(set) var isSymbol = false
  /// The stored number in ``unit``, if the format scales it, as `0!.0,"万元"` does.
  private(set) var inUnit: Decimal

  private let stored: Decimal
  private let text: [UInt16]

  /// Compares `shown` with the number that is `stored`.
  init(_ shown: String, stored: Decimal) {
    self.stored = stored
    inUnit = stored
    text = LabelFolding.fold(shown)
    guard let first = text.firstIndex(where: Self.isDigit),
      let last = text.lastIndex(where: Self.isDigit)
    else {
      compareWords(shown.trimmed)
      return
    }
    readUnit(before: text[..<first], behind: text[(last + 1)...])
    guard !saysMore(before: text[..<first], behind: text[(last + 1)...]),
      let number = Digits(text[first...last]),
      stored == 0 || !text[last...].contains(where: Self.isPercent)
    else { return }
    let isNegative = text[..<first].contains(where: Self.isMinus) || isBracketed(first, last)
    compare(number, isNegative: isNegative)
  }

  /// Compares a display without digits: numerals, or a text for zero.
  private mutating func compareWords(_ shown: String) {
    if stored == 0, shown.isEmpty || Mark.isOne(shown) {
      isSame = true
      return
    }
    let start = text.first.map(Self.isMinus) == true ? 1 : 0
    guard let (number, end) = ChineseNumerals.read(text, from: start) else { return }
    readUnit(before: [], behind: text[end...])
    compare(Digits(number), isNegative: start > 0)
  }

  private mutating func readUnit(before: ArraySlice<UInt16>, behind: ArraySlice<UInt16>) {
    if let (unit, _) = NumberUnit.parse(UnitStatement.withoutBrackets(behind)) { self.unit = unit }
    let sign = before.indices.first {
      NumberUnit.currency(startOf: text[$0..<before.endIndex]) != nil
    }
    guard let sign, let (currency, _) = NumberUnit.currency(startOf: text[sign..<before.endIndex])
    else { return }
    switch unit?.quantity {
    case .money: break
    case .scale: unit = unit?.measuring(currency.quantity)
    default: (unit, isSymbol) = (currency, true)
    }
  }

  /// Whether words other than a unit, a sign or a sum are displayed, as in `不足12` and `12（上年）`.
  private func saysMore(before: ArraySlice<UInt16>, behind: ArraySlice<UInt16>) -> Bool {
    let end = UnitStatement.withoutBrackets(behind)
    let rest = NumberUnit.parse(end).map { end[$0.end...] } ?? end
    let sign = before.indices.first { NumberUnit.currency(startOf: before[$0...]) != nil }
    let front = before[..<(sign ?? before.endIndex)]
    return front.contains { Self.isWord($0) && !Self.isSum($0) }
      || rest.contains(where: Self.isWord)
      || front.contains(where: Self.isComparison)
  }

  private static func isWord(_ unit: UInt16) -> Bool {
    0x4E00...0x9FFF ~= unit && !isMinus(unit) && unit != 0x6574 && unit != 0x6B63  // 整 正
  }
  // 共 合 计 总 小
  private static func isSum(_ unit: UInt16) -> Bool {
    [0x5171, 0x5408, 0x8BA1, 0x603B, 0x5C0F].contains(unit)
  }
  private static func isComparison(_ unit: UInt16) -> Bool {
    [0x3C, 0x3E, 0x2264, 0x2265, 0x2248, 0x7E].contains(unit)
  }

  private mutating func compare(_ number: Digits, isNegative: Bool) {
    let shown = isNegative ? -number.value : number.value
    let agrees = { (value: Decimal) in
      let difference = value - shown
      return (difference < 0 ? -difference : difference) * 2 <= number.lastPlace
    }
    switch unit?.quantity {
    case .money:
      // The number may be stored in 元 and displayed in another unit of money
      let scales = [0, -(unit?.exponent ?? 0)]
      guard let scale = scales.first(where: { agrees(stored.shifted(by: $0)) }) else { return }
      isSame = true
      inUnit = stored.shifted(by: scale)
    case .scale, .count:
      isSame = agrees(stored.shifted(by: -(unit?.exponent ?? 0)))
    case .own, .share, .foreignMoney, nil: isSame = agrees(stored)
    }
  }

  private func isBracketed(_ first: Int, _ last: Int) -> Bool {
    text[..<first].contains(0x28) && text[last...].contains(0x29)
  }

  /// The displayed digits.
  private struct Digits {
    let value: Decimal
    /// The value of one in the last displayed place.
    let lastPlace: Decimal

    init(_ number: Decimal) {
      value = number
      lastPlace = 1
    }

    /// Whether commas are only where they group thousands or ten thousands.
    private static func isGrouped(_ text: ArraySlice<UInt16>) -> Bool {
      let whole = text.prefix { isDigit($0) || $0 == 0x2C }
      let groups = whole.split(separator: 0x2C, omittingEmptySubsequences: false).map(\.count)
      guard let first = groups.first, groups.count > 1 else { return true }
      return [3, 4].contains { size in
        1...size ~= first && groups.dropFirst().allSatisfy { $0 == size }
      }
    }

    /// Parses digits with a point, commas and an exponent; nil for any other text.
    init?(_ text: ArraySlice<UInt16>) {
      var digits = ""
      var decimals: Int?
      var exponent = 0
      guard Self.isGrouped(text) else { return nil }
      for (index, unit) in zip(text.indices, text) {
        switch unit {
        case 0x30...0x39:
          digits.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
          decimals = decimals.map { $0 + 1 }
        case 0x2E where decimals == nil: decimals = 0
        case 0x2C: continue
        case 0x65 where !digits.isEmpty:  // an exponent, with its sign
          guard let power = Int(String(decoding: text[(index + 1)...], as: UTF16.self)) else {
            return nil
          }
          exponent = power
          guard let number = Decimal(exactly: digits) else { return nil }
          value = number.shifted(by: exponent - (decimals ?? 0))
          lastPlace = Decimal(1).shifted(by: exponent - (decimals ?? 0))
          return
        default: return nil
        }
      }
      guard let number = Decimal(exactly: digits) else { return nil }
      value = number.shifted(by: -(decimals ?? 0))
      lastPlace = Decimal(1).shifted(by: -(decimals ?? 0))
    }
  }

  private static func isDigit(_ unit: UInt16) -> Bool { 0x30...0x39 ~= unit }
  private static func isPercent(_ unit: UInt16) -> Bool { unit == 0x25 || unit == 0x2030 }
  private static func isMinus(_ unit: UInt16) -> Bool {
    unit == 0x2D || 0x2010...0x2015 ~= unit || unit == 0x2212 || unit == 0x8D1F
  }
}

extension Decimal {
  /// The number times ten to the power `exponent`, exactly.
  func shifted(by exponent: Int) -> Decimal {
    exponent == 0 ? self : self * Decimal(sign: .plus, exponent: exponent, significand: 1)
  }
}
