/// The text of numbers in `<v>`, CSV and JSON.
public enum NumberText {
  /// The shortest text that reads back as the same double.
  ///
  /// Plain decimal notation from 1e-6 to below 1e21, otherwise with an exponent (`1e-7`, `1.5e+300`): valid
  /// in JSON, in CSV and as `xsd:double`. Negative zero is `-0`. If the value is not finite, the text is
  /// Swift's description.
  public static func text(of value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Parses a number in the form used in sheets; nil for anything else.
  ///
  /// A sign, digits with at most one point among, before or after them, and an exponent: no spaces,
  /// separators, hexadecimal digits or infinity. A number that is too large for a double is nil, one that is
  /// too small is 0.
  public static func parse(_ text: some StringProtocol) -> Double? {
    var text = String(text)
    return text.withUTF8 { parse($0) }
  }

  /// The double with 15 significant digits, as Excel displays it, in plain decimal notation.
  ///
  /// For `0.57999999999999996` and `0.30000000000000004` it is `0.58` and `0.3`. Nil if the value is not
  /// finite.
  public static func fifteenDigits(of value: Double) -> String? {
    guard value.isFinite else { return nil }
    guard var digits = DecimalDigits(value) else { return "0" }
    digits.round(to: 15)
    return digits.plainText
  }
}
