/// A section of a number format: its tokens, and what holds for all of them.
struct FormatSection: Hashable {
  /// What the section shows.
  enum Kind: Hashable {
    /// Nothing but text of its own.
    case literal
    /// A number by its places.
    case number
    /// A number with an exponent.
    case scientific
    /// A number as a fraction.
    case fraction
    /// A date or time.
    case date
    /// A number as `General` shows it, or text.
    case general
  }

  /// The tokens, from left to right.
  var tokens: [FormatToken] = []
  /// For which numbers the section holds, where it says so.
  var condition: NumberFormat.Section.Condition?
  /// The language of names, as in `[$-804]`.
  var language = FormatLanguage.english
  /// The numerals that digits are shown in.
  var numerals = Numerals.arabic

  /// Whether it holds for text.
  var hasText: Bool { tokens.contains(.text) }

  /// What the section shows.
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
