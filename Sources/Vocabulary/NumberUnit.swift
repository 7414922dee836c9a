/// The unit of a number, such as `件`, `万元` or `千件`: what it measures, and a power of ten.
///
/// This is the only list of units; forms add their own by naming them in a column.
package struct NumberUnit: Hashable, Sendable {
  /// What a unit measures.
  package enum Quantity: Hashable, Sendable {
    /// Pieces, cases, persons: counters, all alike.
    case count
    /// An amount in 元.
    case money
    /// An amount in another currency, which has no fixed value in 元.
    case foreignMoney
    /// Only a power of ten, such as `万`.
    case scale
    /// A share in a hundred or a thousand.
    case share
    /// A unit of a single form.
    case own
  }

  /// The unit as it is written, without a currency's name.
  package let text: String
  /// What it measures.
  package let quantity: Quantity
  /// The power of ten that converts it to a base unit: 4 for `万元`.
  package let exponent: Int

  /// The power of ten of 万.
  package static let tenThousand = NumberUnit(Array("万".utf16)[...], .scale, exponent: 4)

  /// The share sign that `text` is, `%` or `‰`; nil for any other text.
  package static func share(_ text: ArraySlice<UInt16>) -> NumberUnit? {
    guard text.count == 1, let sign = text.first, shares.contains(sign) else { return nil }
    return NumberUnit(text, .share, exponent: 0)
  }

  /// `%`, `‰` and the full-width `％`.
  private static let shares: Set<UInt16> = [0x25, 0x2030, 0xFF05]

  /// The same power of ten of another quantity.
  package func measuring(_ quantity: Quantity) -> NumberUnit {
    NumberUnit(Array(text.utf16)[...], quantity, exponent: exponent)
  }

  /// The unit without its power of ten.
  package var withoutPower: NumberUnit {
    NumberUnit(Array(text.utf16)[...], quantity, exponent: 0)
  }

  private init(_ text: ArraySlice<UInt16>, _ quantity: Quantity, exponent: Int) {
    self.text = String(decoding: text, as: UTF16.self)
    self.quantity = quantity
    self.exponent = exponent
  }

  /// The unit that a form names for one of its columns, including one that is not in the list.
  package init(ofForm text: String) {
    let units = Array(text.utf16)
    if let share = Self.share(units[...]) {
      self = share
      return
    }
    guard let (unit, end) = Self.parse(units[...]), end == units.endIndex else {
      self.init(units[...], .own, exponent: 0)
      return
    }
    self = unit
  }

  /// The unit at the start of `text`, in simplified characters without white space, with its end; nil if
  /// there is none.
  ///
  /// A currency's name around it, as in `人民币元`, and a following `整` are part of it.
  ///
  /// - Complexity: O(1).
  package static func parse(_ text: ArraySlice<UInt16>) -> (unit: NumberUnit, end: Int)? {
    guard let first = text.first, first > 0x7F || letters.contains(first) else {
      return nil
    }
    var start = text.startIndex
    var hasCurrency = false
    if let name = currencyNames.first(where: { text.starts(with: $0) }) {
      start += name.count
      hasCurrency = true
      if start < text.endIndex, colons.contains(text[start]) { start += 1 }
    }
    var position = start
    var exponent = 0
    while position < text.endIndex, position - start < 3, let power = power(text[position]) {
      exponent += power
      position += 1
    }
    let rest = text[position...]
    if let base = bases.first(where: { rest.starts(with: $0.text) }) {
      position += base.text.count
      let unit = NumberUnit(text[start..<position], base.quantity, exponent: exponent)
      guard unit.quantity == .money else { return hasCurrency ? nil : (unit, position) }
      if let name = currencyNames.first(where: { text[position...].starts(with: $0) }) {
        position += name.count
      }
      if position < text.endIndex, exactly.contains(text[position]) { position += 1 }
      return (unit, position)
    }
    guard exponent > 0 else { return nil }
    return (
      NumberUnit(text[start..<position], hasCurrency ? .money : .scale, exponent: exponent),
      position
    )
  }

  /// The currency at the start of `text`, as in `¥12` and `人民币12元`, with its end.
  package static func currency(startOf text: ArraySlice<UInt16>) -> (unit: NumberUnit, end: Int)? {
    if let name = currencyNames.first(where: { text.starts(with: $0) }) {
      return (NumberUnit(Array("元".utf16)[...], .money, exponent: 0), text.startIndex + name.count)
    }
    guard let symbol = text.first, let quantity = symbols[symbol] else { return nil }
    return (
      NumberUnit(quantity == .money ? Array("元".utf16)[...] : [symbol], quantity, exponent: 0),
      text.startIndex + 1
    )
  }

  /// Whether a currency may begin with `character`.
  package static func mayBeCurrency(_ character: UInt16) -> Bool {
    symbols[character] != nil || currencyNames.contains { $0[0] == character }
  }

  /// Whether `text` contains a character of units of money, powers of ten, currencies or shares, and so may
  /// name a unit other than a counter.
  ///
  /// - Complexity: O(*n*) in the bytes.
  package static func mayBeNamed(in text: String) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "$"), UInt8(ascii: "y"), UInt8(ascii: "%"): return true
      default: break
      }
      let key = UInt32(before.0) << 16 | UInt32(before.1) << 8 | UInt32(byte)
      switch key {
      case 0xE5_85_83, 0xE5_9C_86, 0xE5_9C_93, 0xE4_B8_87, 0xE8_90_AC, 0xE5_8D_83, 0xE7_99_BE,
        0xE4_BA_BF, 0xE5_84_84, 0xEF_BF_A5, 0xE8_8B_B1, 0xE7_BE_8E,
        0xEF_BC_85, 0xE2_80_B0:
        return true
      default: if before.1 == 0xC2, byte == 0xA5 || byte == 0xA3 { return true }
      }
      before = (before.1, byte)
    }
    return false
  }

  /// The power of ten of a character before a unit.
  private static func power(_ character: UInt16) -> Int? {
    switch character {
    case 0x5341, 0x62FE: 1  // 十 拾
    case 0x767E, 0x4F70: 2  // 百 佰
    case 0x5343, 0x4EDF: 3  // 千 仟
    case 0x4E07, 0x842C: 4  // 万 萬
    case 0x4EBF, 0x5104: 8  // 亿 億
    default: nil
    }
  }

  /// The base units; of two with a common beginning the longer is first.
  private static let bases: [(text: [UInt16], quantity: Quantity)] =
    [("元", Quantity.money), ("圆", .money), ("圓", .money), ("yuan", .money)].map {
      (Array($0.0.utf16), $0.1)
    }
    + [
      "件次", "件", "个", "個", "项", "項", "宗", "份", "条", "條", "次", "起", "例", "篇", "部", "户", "人次", "人",
      "家", "批", "册",
    ].map { (Array($0.utf16), .count) }
    + ["美元", "美金", "欧元", "港元", "港币", "日元", "英镑", "澳元", "加元", "台币"]
    .map { (Array($0.utf16), .foreignMoney) }

  private static let currencyNames = ["人民币", "rmb", "RMB", "cny", "CNY"].map { Array($0.utf16) }
  private static let symbols: [UInt16: Quantity] = [
    0xA5: .money, 0xFFE5: .money, 0x24: .foreignMoney, 0x20AC: .foreignMoney, 0xA3: .foreignMoney,
  ]
  private static let colons = Set(":：".utf16)
  private static let exactly = Set("整正".utf16)
  private static let letters = Set("rRcCy".utf16)
}
