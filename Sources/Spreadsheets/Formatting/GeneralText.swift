/// The text of a number in the format `General`: at most eleven characters.
///
/// Whole numbers have up to eleven digits, and decimals as many as fit. Larger numbers, and small ones that
/// would lose digits, have six digits and an exponent.
enum GeneralText {
  /// The text of `value`, with its sign.
  static func text(of value: Double) -> String {
    let text = magnitudeText(of: value)
    return value < 0 && text != "0" ? "-" + text : text
  }

  /// The text of the magnitude of `value`.
  static func magnitudeText(of value: Double) -> String {
    var number = DecimalNumber(value)
    guard !number.isZero else { return "0" }
    guard number.exponent <= 11 else { return scientific(number) }
    if number.exponent < -3 {
      // Too small for rounding: plain only if no digits are lost.
      return number.fractionDigits.count <= 9 ? number.plainText : scientific(number)
    }
    let exact = number
    number.round(decimals: max(0, 10 - max(1, number.exponent)))
    return number.exponent > 11 ? scientific(exact) : number.plainText
  }

  private static func scientific(_ value: DecimalNumber) -> String {
    var number = value
    number.round(to: 6)
    let exponent = number.exponent - 1
    var mantissa = number
    mantissa.shift(by: -exponent)
    let digits = String(exponent.magnitude)
    return mantissa.plainText + (exponent < 0 ? "E-" : "E+") + (digits.count < 2 ? "0" : "")
      + digits
  }
}
