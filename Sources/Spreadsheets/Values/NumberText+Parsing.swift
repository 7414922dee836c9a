extension NumberText {
  /// Parses a number in UTF-8; nil as for text.
  package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    if let plain = parsePlain(bytes) { return plain }
    var index = 0
    let count = bytes.count
    var isNegative = false
    if count > 0, bytes[0] == UInt8(ascii: "-") || bytes[0] == UInt8(ascii: "+") {
      isNegative = bytes[0] == UInt8(ascii: "-")
      index = 1
    }
    var mantissa: UInt64 = 0
    var (significant, digits, scale) = (0, 0, 0)
    var isBehindPoint = false
    while index < count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      if digit < 10 {
        if significant < 19 {
          mantissa = mantissa &* 10 &+ UInt64(digit)
          if mantissa != 0 { significant += 1 }
        } else {
          significant += 1  // beyond the mantissa: the slow method reads the text itself
        }
        digits += 1
        if isBehindPoint { scale -= 1 }
      } else if bytes[index] == UInt8(ascii: "."), !isBehindPoint {
        isBehindPoint = true
      } else {
        break
      }
      index += 1
    }
    guard digits > 0 else { return nil }
    if index < count {
      guard let exponent = exponent(bytes[index...]) else { return nil }
      scale += exponent
    }
    if significant <= 19, let exact = number(mantissa, scale: scale) {
      return isNegative ? -exact : exact
    }
    return slowly(bytes)
  }

  /// Parses a number of at most 19 digits with at most one point among them, as nearly all are; nil for any
  /// other, and if only the slow method is exact.
  private static func parsePlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard 1...20 ~= bytes.count else { return nil }
    var mantissa: UInt64 = 0
    var point = bytes.count
    for (index, byte) in bytes.enumerated() {
      let digit = byte &- UInt8(ascii: "0")
      if digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
      } else {
        guard byte == UInt8(ascii: "."), point == bytes.count else { return nil }
        point = index
      }
    }
    let decimals = max(0, bytes.count - 1 - point)
    let digits = bytes.count - (point < bytes.count ? 1 : 0)
    return 1...19 ~= digits ? number(mantissa, scale: -decimals) : nil
  }

  /// Parses the exponent with its `e`, clamped beyond the range of doubles.
  private static func exponent(_ bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    var rest = bytes
    guard let mark = rest.popFirst(), mark | 0x20 == UInt8(ascii: "e") else { return nil }
    var isNegative = false
    if let sign = rest.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") {
      isNegative = sign == UInt8(ascii: "-")
      rest.removeFirst()
    }
    guard !rest.isEmpty else { return nil }
    var value = 0
    for byte in rest {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = min(value * 10 + Int(digit), 1_000_000)
    }
    return isNegative ? -value : value
  }

  /// The double nearest to `mantissa` × 10^`scale`; nil if only the slow method finds it.
  @inline(__always)
  static func number(_ mantissa: UInt64, scale: Int) -> Double? {
    if mantissa <= 1 << 53, -22...22 ~= scale {
      // There is only one rounding, the final one (Clinger's fast path).
      let power = powersOfTen[abs(scale)]
      return scale < 0 ? Double(mantissa) / power : Double(mantissa) * power
    }
    if mantissa == 0 { return 0 }
    return -19 ... -1 ~= scale ? quotient(mantissa, wholePowersOfTen[-scale]) : nil
  }

  /// The double nearest to `mantissa` / `divisor`; neither is 0.
  ///
  /// Both are shifted until their highest bits are set, so that one division yields 64 bits of the quotient.
  /// 53 bits are kept; the others and the remainder determine the rounding.
  private static func quotient(_ mantissa: UInt64, _ divisor: UInt64) -> Double {
    let (up, down) = (mantissa.leadingZeroBitCount, divisor.leadingZeroBitCount)
    let (numerator, denominator) = (mantissa << up, divisor << down)
    // If the numerator is not smaller, it is halved, and its last bit moves to the lower word.
    let isHalved = numerator >= denominator
    let high = isHalved ? numerator >> 1 : numerator
    let low = isHalved ? numerator << 63 : 0
    let (bits, remainder) = denominator.dividingFullWidth((high, low))
    var kept = bits >> 11
    let dropped = bits & 0x7FF
    if dropped > 0x400 || dropped == 0x400 && (remainder != 0 || kept & 1 == 1) { kept += 1 }
    let exponent = down - up - 53 + (isHalved ? 1 : 0)
    // A power of two in this range is exact, and so is the product.
    return Double(kept) * Double(bitPattern: UInt64(1023 + exponent) << 52)
  }

  /// The result of the standard library; the bytes are known to be a decimal number.
  private static func slowly(_ bytes: UnsafeBufferPointer<UInt8>) -> Double? {
    guard let value = Double(String(decoding: bytes, as: UTF8.self)), value.isFinite else {
      return nil
    }
    return value
  }

  /// The powers of ten that are exact as doubles.
  private static let powersOfTen: [Double] = [
    1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
    1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  ]

  /// The powers of ten that fit into 64 bits.
  private static let wholePowersOfTen: [UInt64] = [
    1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000,
    100_000_000, 1_000_000_000, 10_000_000_000, 100_000_000_000,
    1_000_000_000_000, 10_000_000_000_000, 100_000_000_000_000,
    1_000_000_000_000_000, 10_000_000_000_000_000, 100_000_000_000_000_000,
    1_000_000_000_000_000_000, 10_000_000_000_000_000_000,
  ]
}
