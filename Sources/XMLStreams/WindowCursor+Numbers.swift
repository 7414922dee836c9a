extension WindowCursor {
  /// The maximum number of bytes of a number, with those that may be overwritten after it.
  @usableFromInline package static let numberRoom = 40

  /// Writes a whole number in at most 20 decimal digits.
  @inlinable
  package mutating func put(whole value: UInt) {
    guard value >= 100_000_000 else { return put(few: value) }
    let (high, low) = value.quotientAndRemainder(dividingBy: 100_000_000)
    put(whole: high)
    put(packed: Self.eightDigits(low) | Self.zeros, count: 8)
  }

  /// Writes the shortest decimal text that reads back as the same double, which must be finite.
  ///
  /// Whole numbers and numbers of up to eight decimals, nearly all numbers of a sheet, are written by integer
  /// arithmetic; others by the standard library's shortest form.
  ///
  /// Different decimals of at most 15 significant digits are different doubles. So a scaled integer below
  /// 10¹⁵ that divides back to `value` is the shortest text. If there is one, the product is less than a half
  /// away from it.
  @inlinable
  package mutating func put(_ value: Double) {
    let magnitude = value.magnitude
    if value.sign == .minus { put(byte: 0x2D) }
    guard magnitude < 1e15 else { return putDescription(magnitude) }
    let whole = Int(magnitude)
    if Double(whole) == magnitude { return put(whole: UInt(bitPattern: whole)) }
    if magnitude < 9_999_999 {
      let scaled = Int(magnitude * 1e8 + 0.5)
      if Double(scaled) / 1e8 == magnitude { return put(scaled, power: 100_000_000) }
    } else if magnitude < 99_999_999_999 {
      let scaled = Int(magnitude * 1e4 + 0.5)
      if Double(scaled) / 1e4 == magnitude { return put(scaled, power: 10_000) }
    } else if magnitude < 9_999_999_999_999 {
      let scaled = Int(magnitude * 1e2 + 0.5)
      if Double(scaled) / 1e2 == magnitude { return put(scaled, power: 100) }
    }
    putDescription(magnitude)
  }

  /// Writes a number below 10⁸.
  @inlinable @inline(__always)
  mutating func put(few value: UInt) {
    let digits = Self.eightDigits(value)
    // The last digit is written even if all are zero.
    let leading = (digits | 1 << 56).trailingZeroBitCount & ~7
    put(
      packed: (digits | Self.zeros) >> UInt64(truncatingIfNeeded: leading), count: 8 &- leading / 8)
  }

  /// Writes `scaled` divided by `power`, a power of ten up to 10⁸, without trailing zeros.
  @inlinable @inline(__always)
  mutating func put(_ scaled: Int, power: UInt) {
    let (whole, rest) = UInt(bitPattern: scaled).quotientAndRemainder(dividingBy: power)
    put(whole: whole)
    let digits = Self.eightDigits(rest &* (100_000_000 / power))
    put(byte: 0x2E)
    put(packed: digits | Self.zeros, count: 8 &- digits.leadingZeroBitCount / 8)
  }

  /// The character `0` eight times.
  @inlinable @inline(__always)
  static var zeros: UInt64 { 0x3030_3030_3030_3030 }

  /// The eight decimal digits of a number below 10⁸ as bytes 0 to 9, the first in the lowest byte.
  ///
  /// The number is split three times, into groups of four, two and one digits, all groups at once.
  @inlinable @inline(__always)
  static func eightDigits(_ value: UInt) -> UInt64 {
    let value = UInt64(value)
    let fours = value / 10_000 | (value % 10_000) << 32
    let hundreds = (fours &* 10_486) >> 20 & 0x0000_007F_0000_007F
    let twos = hundreds | (fours &- hundreds &* 100) << 16
    let tens = (twos &* 103) >> 10 & 0x000F_000F_000F_000F
    return tens | (twos &- tens &* 10) << 8
  }

  @usableFromInline
  mutating func putDescription(_ magnitude: Double) {
    var text = magnitude.description
    text.withUTF8 { digits in
      let isWhole = digits.count > 2 && digits[digits.count - 2] == 0x2E && digits.last == 0x30
      put(UnsafeBufferPointer(rebasing: digits[..<(digits.count - (isWhole ? 2 : 0))]))
    }
  }
}
