/// Numbers and references in their usual form.
///
/// Every function advances past what it reads; it returns nil for any other form, which the caller then reads
/// in the general way.
enum ScannedNumber {
  /// A number followed by `<`.
  @inline(__always)
  static func scan(_ place: inout UnsafePointer<UInt8>) -> Double? {
    var next = place
    let isNegative = next[0] == UInt8(ascii: "-")
    if isNegative { next += 1 }
    var mantissa: UInt64 = 0
    let first = next
    var digit = next[0] &- UInt8(ascii: "0")
    while digit < 10 {
      mantissa = mantissa &* 10 &+ UInt64(digit)
      next += 1
      digit = next[0] &- UInt8(ascii: "0")
    }
    var (digits, scale) = (next - first, 0)
    if next[0] == UInt8(ascii: ".") {
      next += 1
      let point = next
      digit = next[0] &- UInt8(ascii: "0")
      while digit < 10 {
        mantissa = mantissa &* 10 &+ UInt64(digit)
        next += 1
        digit = next[0] &- UInt8(ascii: "0")
      }
      scale = point - next
      digits -= scale
    }
    // More than 19 digits may overflow the mantissa, even with leading zeros.
    guard next[0] == UInt8(ascii: "<"), 1...19 ~= digits,
      let value = NumberText.number(mantissa, scale: scale)
    else { return nil }
    place = next
    return isNegative ? -value : value
  }

  /// A whole number of at most nine digits.
  @inline(__always)
  static func scanWhole(_ place: inout UnsafePointer<UInt8>) -> Int? {
    var next = place
    var value = 0
    var digit = next[0] &- UInt8(ascii: "0")
    while digit < 10 {
      value = value &* 10 &+ Int(digit)
      next += 1
      digit = next[0] &- UInt8(ascii: "0")
    }
    guard 1...9 ~= next - place else { return nil }
    place = next
    return value
  }

  /// A reference in capital letters, within the sheet, followed by a quote.
  @inline(__always)
  static func scanReference(_ place: inout UnsafePointer<UInt8>) -> CellReference? {
    var next = place
    var column = 0
    var letter = next[0] &- UInt8(ascii: "A")
    while letter < 26 {
      column = column &* 26 &+ Int(letter) &+ 1
      next += 1
      letter = next[0] &- UInt8(ascii: "A")
    }
    guard 1...3 ~= next - place, column <= CellReference.maximumColumn,
      next[0] != UInt8(ascii: "0"), let row = scanWhole(&next), row <= CellReference.maximumRow,
      next[0] == UInt8(ascii: "\"")
    else { return nil }
    place = next + 1
    return CellReference(row: row, column: column)
  }
}
