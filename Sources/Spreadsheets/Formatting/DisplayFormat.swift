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

  /// How long a code is at most that is taken apart, in bytes; Excel takes 255 characters.
  private static let longest = 2_000

  /// Takes `format` apart; a code that is far too long for any program shows as General.
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
      // A section of texts alone says nothing of numbers.
      if textSection != nil, sections.count == 1 { sections = [] }
    }
    self.sections = sections
  }

  /// What a person sees of a number in a cell of this format.
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

  /// How a number is shown.
  private enum Choice {
    case section(FormatSection, showsSign: Bool)
    case general(showsSign: Bool)
    /// No section holds for the number: Excel fills the cell with `#`.
    case none
  }

  /// The section for `value`, and whether a minus is shown in front.
  ///
  /// A section that holds for negative numbers only shows no minus. Sections without conditions are those
  /// of ECMA-376-1:2016, 18.8.31; what Excel does with conditions is told by the tables that the tests use.
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
    // Without a condition of its own the second section stays the one of negative numbers.
    let bound = second.condition ?? .init(sign: "<", bound: 0)
    return bound.holds(for: value)
      ? .section(second, showsSign: !bound.holdsForNegativesOnly)
      : .section(third, showsSign: true)
  }
}

extension NumberFormat.Section.Condition {
  /// Whether no other numbers fulfil it, so that a minus says nothing new.
  fileprivate var holdsForNegativesOnly: Bool {
    switch sign {
    case "<": bound <= 0
    case "<=", "=": bound < 0
    default: false
    }
  }

  /// Whether the next section shows no minus for negative numbers that fail it: where it leaves only
  /// these, and as Excel has it wherever its bound is negative.
  fileprivate var takesSignFromOthers: Bool {
    switch sign {
    case ">=": bound <= 0
    case ">", "<", "<=", "<>": bound < 0
    default: false
    }
  }
}
