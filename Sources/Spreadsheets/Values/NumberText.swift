/// Text of numbers: what `<v>` holds, what goes into CSV and JSON.
public enum NumberText {
  /// The shortest text that reads back to the same double.
  ///
  /// Plain decimal notation from 1e-6 to below 1e21, otherwise with an exponent (`1e-7`, `1.5e+300`):
  /// valid in JSON, in CSV and as `xsd:double`. Negative zero is `-0`. For what is not finite the
  /// text is Swift's own.
  public static func text(of value: Double) -> String {
    var bytes: [UInt8] = []
    append(value, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Reads a number as a sheet stores it, or nil where `text` is anything else.
  ///
  /// A sign, digits with at most one point among, before or behind them, and an exponent: no blanks,
  /// no separators, no hexadecimal digits, no infinity. What is too large for a double is nil, what is
  /// too small is 0.
  public static func parse(_ text: some StringProtocol) -> Double? {
    var text = String(text)
    return text.withUTF8 { parse($0) }
  }

  /// The double at 15 significant digits, as Excel shows it, in plain decimal notation.
  ///
  /// `0.57999999999999996` and `0.30000000000000004` give `0.58` and `0.3`. Nil for what is not
  /// finite.
  public static func fifteenDigits(of value: Double) -> String? {
    guard value.isFinite else { return nil }
    guard var digits = DecimalDigits(value) else { return "0" }
    digits.round(to: 15)
    return digits.plainText
  }
}
