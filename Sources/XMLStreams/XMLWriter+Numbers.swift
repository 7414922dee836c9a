extension XMLWriter {
  /// Appends the shortest decimal text that reads back as the same double.
  ///
  /// Whole numbers and those of up to eight decimals, which is nearly all that stands in a sheet, are
  /// written by integer arithmetic; the rest by the standard library's shortest form.
  ///
  /// A decimal of at most 15 significant digits names one double and no two of them name the same one,
  /// so a scaled integer below 10¹⁵ that divides back to `value` is the shortest text there is.
  /// `value` must be finite; the caller refuses what a sheet cannot hold.
  @inlinable
  package mutating func append(_ value: Double) {
    reserve(32)
    let magnitude = value.magnitude
    if value.sign == .minus {
      base[count] = 0x2D
      count &+= 1
    }
    guard magnitude < 1e15 else { return appendDescription(magnitude) }
    let whole = UInt(magnitude)
    if Double(whole) == magnitude { return appendDigits(whole) }
    var scaled = (magnitude * 100).rounded()
    if scaled / 100 == magnitude, scaled < 1e15 {
      return appendDecimal(UInt(scaled), power: 100)
    }
    scaled = (magnitude * 10_000).rounded()
    if scaled / 10_000 == magnitude, scaled < 1e15 {
      return appendDecimal(UInt(scaled), power: 10_000)
    }
    scaled = (magnitude * 100_000_000).rounded()
    if scaled / 100_000_000 == magnitude, scaled < 1e15 {
      return appendDecimal(UInt(scaled), power: 100_000_000)
    }
    appendDescription(magnitude)
  }

  @inlinable
  mutating func appendDecimal(_ scaled: UInt, power: UInt) {
    appendDigits(scaled / power)
    base[count] = 0x2E
    count &+= 1
    var fraction = scaled % power
    var unit = power / 10
    while fraction > 0 {
      base[count] = 0x30 &+ UInt8(truncatingIfNeeded: fraction / unit)
      count &+= 1
      fraction %= unit
      unit /= 10
    }
  }

  @usableFromInline
  mutating func appendDescription(_ magnitude: Double) {
    var text = magnitude.description
    if text.hasSuffix(".0") { text.removeLast(2) }
    text.withUTF8 { append($0) }
  }
}
