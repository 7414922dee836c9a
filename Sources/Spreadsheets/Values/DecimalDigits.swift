/// The significant decimal digits of a nonzero number: 0.d₁d₂d₃… × 10^exponent.
struct DecimalDigits {
  var isNegative: Bool
  /// Digits from 0 to 9; the first and the last are not 0.
  var digits: [UInt8]
  var exponent: Int

  /// The shortest digits that read back as `value`; nil for 0 and if it is not finite.
  init?(_ value: Double) {
    guard value.isFinite, value != 0 else { return nil }
    isNegative = value < 0
    digits = []
    exponent = 0
    var point: Int?
    var rest = Array(value.magnitude.description.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "."): point = digits.count
      case UInt8(ascii: "e"):
        exponent = Int(String(decoding: rest, as: UTF8.self)) ?? 0
        rest = []
      default: digits.append(byte & 0x0F)
      }
    }
    exponent += point ?? digits.count
    trim()
  }

  private mutating func trim() {
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == 0 { digits.removeLast() }
  }

  /// Rounds to `count` significant digits, halves away from zero.
  mutating func round(to count: Int) {
    guard digits.count > count else { return }
    let isUp = digits[count] >= 5
    digits.removeSubrange(count...)
    if isUp { increment() }
    while digits.last == 0 { digits.removeLast() }
  }

  mutating func increment() {
    for index in digits.indices.reversed() {
      if digits[index] < 9 {
        digits[index] += 1
        return
      }
      digits[index] = 0
    }
    digits.insert(1, at: 0)
    exponent += 1
  }

  /// Plain decimal notation, with any number of zeros.
  var plainText: String {
    var bytes: [UInt8] = []
    appendPlain(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Appends plain notation if it is short, otherwise notation with an exponent.
  func append(to bytes: inout [UInt8]) {
    if -5...21 ~= exponent { return appendPlain(to: &bytes) }
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    bytes.append(digits[0] | 0x30)
    if digits.count > 1 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: digits.dropFirst().lazy.map { $0 | 0x30 })
    }
    bytes.append(UInt8(ascii: "e"))
    if exponent > 0 { bytes.append(UInt8(ascii: "+")) }
    NumberText.append(exponent - 1, to: &bytes)
  }

  private func appendPlain(to bytes: inout [UInt8]) {
    if isNegative { bytes.append(UInt8(ascii: "-")) }
    if exponent <= 0 {
      bytes.append(contentsOf: "0.".utf8)
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: -exponent))
    }
    for (index, digit) in digits.enumerated() {
      if index == exponent, index > 0 { bytes.append(UInt8(ascii: ".")) }
      bytes.append(digit | 0x30)
    }
    if exponent > digits.count {
      bytes.append(contentsOf: repeatElement(UInt8(ascii: "0"), count: exponent - digits.count))
    }
  }
}
