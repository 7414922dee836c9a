/// A section of a number format: its tokens and properties.
struct FormatSection: Hashable {
  /// The kind of section.
  enum Kind: Hashable {
    /// Literal text only.
    case literal
    /// A number with digit placeholders.
    case number
    /// A number with an exponent.
    case scientific
    /// A number as a fraction.
    case fraction
    /// A date or time.
    case date
    /// A number in the format `General`, or text.
    case general
  }

  /// The tokens, from left to right.
  var tokens: [FormatToken] = []
  /// The condition for numbers, if there is one.
  var condition: NumberFormat.Section.Condition?
  /// The language of names, as in `[$-804]`.
  var language = FormatLanguage.english
  /// The numerals for digits.
  var numerals = Numerals.arabic

  /// Whether it applies to text.
  var hasText: Bool { tokens.contains(.text) }

  /// The kind of section.
  var kind: Kind {
    if tokens.contains(where: \.isDate) { return .date }
    if tokens.contains(where: { $0 == .general || $0 == .text }) { return .general }
    guard tokens.contains(where: \.isPlace) else {
      return tokens.contains(.percent) || tokens.contains(.point) ? .number : .literal
    }
    let hasExponent = tokens.contains {
      if case .exponent = $0 { return true }
      return false
    }
    if hasExponent { return .scientific }
    return tokens.contains(.slash) ? .fraction : .number
  }
}
