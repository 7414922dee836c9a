extension NumberText {
  /// Appends the text of `value` to `bytes`, as ``text(of:)`` gives it.
  package static func append(_ value: Double, to bytes: inout [UInt8]) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      if whole == 0, value.sign == .minus { bytes.append(UInt8(ascii: "-")) }
      return append(whole, to: &bytes)
    }
    guard value.isFinite, let digits = DecimalDigits(value) else {
      return bytes.append(contentsOf: value.description.utf8)
    }
    digits.append(to: &bytes)
  }

  /// Appends the decimal digits of `value` to `bytes`.
  package static func append(_ value: Int, to bytes: inout [UInt8]) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    if rest < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(rest)) }
    let start = bytes.count
    while rest > 0 {
      let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(digit))
      rest = quotient
    }
    bytes[start...].reverse()
  }
}
