import Spreadsheets

/// Writes a number's text into a writer's buffer.
enum NumberBytes {
  /// The length of the longest text of a number, in bytes.
  static let maximumCount = 32

  /// Writes the shortest text that reads back to the same double and returns its length.
  static func write(_ value: Double, to target: UnsafeMutablePointer<UInt8>) -> Int {
    if let whole = Int64(exactly: value), whole.magnitude < 1 << 53,
      whole != 0 || value.sign == .plus
    {
      return write(whole, to: target)
    }
    if let count = writeHundredths(value, to: target) { return count }
    let plain = NumberText.withPlainText(of: value) { text in
      if let start = text.baseAddress { target.update(from: start, count: text.count) }
      return text.count
    }
    if let plain { return plain }
    var count = 0
    for byte in NumberText.text(of: value).utf8 {
      target[count] = byte
      count += 1
    }
    return count
  }

  /// Writes a whole number and returns its length.
  private static func write(_ value: Int64, to target: UnsafeMutablePointer<UInt8>) -> Int {
    var digits = 1
    var bound: UInt64 = 10
    let magnitude = value.magnitude
    while digits < 19, magnitude >= bound {
      digits += 1
      bound &*= 10
    }
    let start = value < 0 ? 1 : 0
    if value < 0 { target[0] = UInt8(ascii: "-") }
    var rest = magnitude
    var index = start + digits
    while index > start {
      index -= 1
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      target[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
      rest = quotient
    }
    return start + digits
  }

  /// Writes a number of at most two decimals, the most common kind; nil for any other.
  ///
  /// Below 2⁴⁶ hundredths, dividing them by 100 rounds to the one double that this text reads as, and
  /// no shorter text reads as it.
  private static func writeHundredths(
    _ value: Double, to target: UnsafeMutablePointer<UInt8>
  ) -> Int? {
    let scaled = (value * 100).rounded()
    guard scaled.magnitude < 70_368_744_177_664, scaled / 100 == value, value != 0 else {
      return nil
    }
    let hundredths = Int64(scaled)
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    var start = 0
    if hundredths < 0 {
      target[0] = UInt8(ascii: "-")
      start = 1
    }
    start += write(Int64(whole), to: target + start)
    target[start] = UInt8(ascii: ".")
    target[start + 1] = UInt8(ascii: "0") + UInt8(rest / 10)
    guard rest % 10 != 0 else { return start + 2 }
    target[start + 2] = UInt8(ascii: "0") + UInt8(rest % 10)
    return start + 3
  }
}
