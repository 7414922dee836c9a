/// A number format taken apart, ready to show values with.
///
/// Making one costs more than using it: keep it for all cells of a format.
///
///     DisplayFormat(NumberFormat(id: 4, code: "#,##0.00")).text(of: 1234.5)  // "1,234.50"
///
/// Numbers are shown as Excel shows them in a cell that is wide enough: at 15 significant digits, with
/// colours left out, `_` as a blank and `*` as nothing, as in Excel's own CSV.
///
/// Source: ECMA-376-1:2016, 18.8.31 `numFmts`.
public struct DisplayFormat: Sendable {
  private let sections: [FormatSection]
  private let textSection: FormatSection?

  /// Takes `format` apart.
  public init(_ format: NumberFormat) {
    guard !format.isGeneral else {
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
    }
    self.sections = sections
  }

  /// What a person sees of a number in a cell of this format.
  public func text(of value: Double, in system: DateSystem = .from1900) -> String {
    guard let choice = choose(for: value) else { return GeneralText.text(of: value) }
    let section = choice.section
    let sign = value < 0 && choice.showsSign ? "-" : ""
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
          // A number is shown once, however often the text is.
          case .text: section.tokens.firstIndex(of: .text) == index ? number : ""
          default: token.plainText
          }
        }.joined()
    case .number, .scientific, .fraction:
      return sign + section.numerals.digitwise(NumberLayout.text(of: value, section))
    }
  }

  /// What a person sees of a text in a cell of this format.
  public func text(of text: String) -> String {
    guard let textSection, !text.isEmpty else { return text }
    return textSection.tokens.map { token in
      switch token {
      case .text, .general: text
      default: token.plainText
      }
    }.joined()
  }

  private func choose(for value: Double) -> (section: FormatSection, showsSign: Bool)? {
    guard let first = sections.first else { return nil }
    guard let condition = first.condition else {
      if value < 0, sections.count > 1 {
        guard let condition = sections[1].condition, !condition.holds(for: value) else {
          return (sections[1], false)
        }
        return (sections.count > 2 ? sections[2] : first, true)
      }
      if value == 0, sections.count > 2 { return (sections[2], true) }
      return (first, true)
    }
    if condition.holds(for: value) { return (first, !condition.holdsForNegativesOnly) }
    guard sections.count > 1 else { return (first, true) }
    if sections.count > 2 {
      // Without a condition of its own the second section stays the one of negative numbers.
      let second = sections[1].condition ?? .init(sign: "<", bound: 0)
      return second.holds(for: value)
        ? (sections[1], !second.holdsForNegativesOnly) : (sections[2], true)
    }
    return (sections[1], !condition.leavesNegativesOnly)
  }
}

extension NumberFormat.Section.Condition {
  /// Whether no other numbers fulfil it, so that a minus says nothing new.
  fileprivate var holdsForNegativesOnly: Bool {
    (sign == "<" && bound <= 0) || (sign == "<=" && bound < 0)
  }

  /// Whether no other numbers fail it.
  fileprivate var leavesNegativesOnly: Bool {
    sign == ">=" && bound <= 0 || sign == ">" && bound < 0
  }
}
