/// A parsed number format for displaying values.
///
/// Parsing is more expensive than displaying: keep one for all cells of a format.
///
///     DisplayFormat(NumberFormat(id: 4, code: "#,##0.00")).text(of: 1234.5)  // "1,234.50"
///
/// Numbers look as in Excel in a wide enough cell: with 15 significant digits, without colors, `_` as a space
/// and `*` as nothing, as in Excel's CSV.
///
/// Source: ECMA-376-1:2016, 18.8.31 `numFmts`.
public struct DisplayFormat: Sendable {
  private let sections: [FormatSection]
  private let textSection: FormatSection?

  /// The maximum length of a parsed code in bytes; Excel allows 255 characters.
  private static let longest = 2_000

  /// Parses `format`; a code that is too long is displayed as General.
  public init(_ format: NumberFormat) {
    guard !format.isGeneral, format.code.utf8.count <= Self.longest else {
      sections = []
      textSection = nil
      return
    }
    var tokenizer = FormatTokenizer(format.code)
    var sections = tokenizer.sections()
    if sections.count == 4 || (sections.count > 1 && sections.last?.hasText == true) {
      textSection = sections.removeLast()
    } else {
      textSection = sections.first?.hasText == true ? sections.first : nil
      // A section for text alone does not apply to numbers.
      if textSection != nil, sections.count == 1 { sections = [] }
    }
    self.sections = sections
  }

  /// The displayed text of a number in this format.
  public func text(of value: Double, in system: DateSystem = .from1900) -> String {
    let section: FormatSection
    let sign: String
    switch choose(for: value) {
    case .none: return DateLayout.overflow
    case .general(let showsSign):
      return showsSign ? GeneralText.text(of: value) : GeneralText.magnitudeText(of: value)
    case .section(let chosen, let showsSign):
      section = chosen
      sign = value < 0 && showsSign ? "-" : ""
    }
    switch section.kind {
    case .literal: return section.tokens.map(\.plainText).joined()
    case .date: return DateLayout(section).text(of: value, in: system)
    case .general:
      let number = GeneralText.magnitudeText(of: value)
      let isZero = number == "0"
      return (isZero ? "" : sign)
        + section.tokens.enumerated().map { index, token in
          switch token {
          case .general: section.numerals.spoken(number)
          // The number appears once, even if `@` appears several times.
          case .text: section.tokens.firstIndex(of: .text) == index ? number : ""
          default: token.plainText
          }
        }.joined()
    case .number, .scientific, .fraction:
      return sign + section.numerals.digitwise(NumberLayout.text(of: value, section))
    }
  }

  /// The displayed text of a text in this format.
  public func text(of text: String) -> String {
    guard let textSection, !text.isEmpty else { return text }
    return textSection.tokens.map { token in
      switch token {
      case .text, .general: text
      default: token.plainText
      }
    }.joined()
  }

  /// The section for a number.
  private enum Choice {
    case section(FormatSection, showsSign: Bool)
    case general(showsSign: Bool)
    /// No section applies to the number: Excel fills the cell with `#`.
    case none
  }

  /// The section for `value`, and whether it shows a minus sign.
  ///
  /// A section for negative numbers only shows no minus sign. Sections without conditions follow
  /// ECMA-376-1:2016, 18.8.31; for conditions, the tables of the tests show what Excel does.
  private func choose(for value: Double) -> Choice {
    guard let first = sections.first else { return .general(showsSign: true) }
    let others = sections.dropFirst()
    let second = others.first
    guard let condition = first.condition else {
      switch (second, second?.condition) {
      case (nil, _): return .section(first, showsSign: true)
      case (let second?, nil):
        if value < 0 { return .section(second, showsSign: false) }
        let zero = value == 0 ? others.dropFirst().first : nil
        return .section(zero ?? first, showsSign: true)
      case (let second?, let bound?):
        if value > 0 { return .section(first, showsSign: true) }
        if bound.holds(for: value) {
          return .section(second, showsSign: !bound.holdsForNegativesOnly)
        }
        return .section(others.dropFirst().first ?? first, showsSign: true)
      }
    }
    if condition.holds(for: value) {
      return .section(first, showsSign: !condition.holdsForNegativesOnly)
    }
    let showsSign = !condition.takesSignFromOthers
    guard let second else { return .general(showsSign: showsSign) }
    guard let third = others.dropFirst().first else {
      guard let bound = second.condition else { return .section(second, showsSign: showsSign) }
      return bound.holds(for: value)
        ? .section(second, showsSign: !bound.holdsForNegativesOnly) : .none
    }
    // Without its own condition the second section applies to negative numbers.
    let bound = second.condition ?? .init(sign: "<", bound: 0)
    return bound.holds(for: value)
      ? .section(second, showsSign: !bound.holdsForNegativesOnly)
      : .section(third, showsSign: true)
  }
}

extension NumberFormat.Section.Condition {
  /// Whether only negative numbers satisfy the condition, so that a minus sign is redundant.
  fileprivate var holdsForNegativesOnly: Bool {
    switch sign {
    case "<": bound <= 0
    case "<=", "=": bound < 0
    default: false
    }
  }

  /// Whether the next section shows no minus sign for negative numbers that fail the condition: if only these
  /// fail it, and in Excel whenever its bound is negative.
  fileprivate var takesSignFromOthers: Bool {
    switch sign {
    case ">=": bound <= 0
    case ">", "<", "<=", "<>": bound < 0
    default: false
    }
  }
}
