extension NumberText {
  /// Appends the text of `value` to `bytes`, as in ``text(of:)``.
  package static func append(_ value: Double, to bytes: inout [UInt8]) {
    if let whole = Int(exactly: value), whole.magnitude < 1 << 53 {
      if whole == 0, value.sign == .minus { bytes.append(UInt8(ascii: "-")) }
      return append(whole, to: &bytes)
    }
    if withPlainText(of: value, { bytes.append(contentsOf: $0) }) != nil { return }
    guard value.isFinite, let digits = DecimalDigits(value) else {
      return bytes.append(contentsOf: value.description.utf8)
    }
    digits.append(to: &bytes)
  }

  /// Passes the text of `value` to `body` if Swift's description is that text; nil if that has an exponent,
  /// which it has from 2⁵⁴ on and below 1e-4.
  @inlinable package static func withPlainText<Result>(
    of value: Double, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    var text = value.description
    return text.withUTF8 { utf8 in
      guard !utf8.contains(UInt8(ascii: "e")) else { return nil }
      let isWhole =
        utf8.count > 2 && utf8[utf8.count - 1] == UInt8(ascii: "0")
        && utf8[utf8.count - 2] == UInt8(ascii: ".")
      return body(UnsafeBufferPointer(rebasing: utf8[..<(utf8.count - (isWhole ? 2 : 0))]))
    }
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
