/// The width of text in characters of a spreadsheet's standard font, where an ideograph counts as two.
enum TextWidth {
  /// The width of `text`.
  static func of(_ text: String) -> Double {
    text.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 || isWide($1) ? 2 : 1) }
  }

  /// How many lines `text` takes in a cell that is `width` characters wide.
  static func lines(of text: String, in width: Double) -> Int {
    // A punctuation mark does not begin a line, so a line is not always filled.
    let usable = max(2, width - 2.5)
    return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) {
      $0 + max(1, Int((of(String($1)) / usable).rounded(.up)))
    }
  }

  /// Quotation marks and dashes are as wide as an ideograph in Chinese fonts.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool { 0x2010...0x2026 ~= scalar.value }
}
