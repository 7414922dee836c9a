/// A nonnegative number with the 15 significant digits that Excel shows.
struct DecimalNumber {
  /// The digits of 0.d₁d₂d₃… × 10^``exponent``; empty for zero.
  private(set) var digits: [UInt8] = []
  /// The power of ten.
  private(set) var exponent = 0

  /// The magnitude of `value`; zero if it is not finite.
  init(_ value: Double) {
    guard value.isFinite, value != 0 else { return }
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
    let zeros = digits.prefix { $0 == 0 }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    round(to: 15)
  }

  /// Whether it is zero.
  var isZero: Bool { digits.isEmpty }

  /// Multiplies by a power of ten.
  mutating func shift(by places: Int) { exponent += places }

  /// Rounds to `count` significant digits, halves away from zero.
  mutating func round(to count: Int) {
    if count < 0 {
      digits = []
    } else if digits.count > count {
      let isUp = digits[count] >= 5
      digits.removeSubrange(count...)
      if isUp { increment() }
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { exponent = 0 }
  }

  /// Rounds to `places` decimals.
  mutating func round(decimals places: Int) { round(to: exponent + places) }

  private mutating func increment() {
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

  /// The digits before the point, without leading zeros.
  var integerDigits: [UInt8] {
    guard exponent > 0 else { return [] }
    let shown = digits.prefix(exponent)
    return Array(shown) + Array(repeating: 0, count: exponent - shown.count)
  }

  /// The digits after the point, without trailing zeros.
  var fractionDigits: [UInt8] {
    guard !isZero else { return [] }
    guard exponent < 0 else { return Array(digits.dropFirst(exponent)) }
    return Array(repeating: 0, count: -exponent) + digits
  }

  /// Plain notation: the digits, with a point if there are decimals.
  var plainText: String {
    let whole = integerDigits.isEmpty ? "0" : integerDigits.map(String.init).joined()
    let fraction = fractionDigits
    return fraction.isEmpty ? whole : whole + "." + fraction.map(String.init).joined()
  }
}
