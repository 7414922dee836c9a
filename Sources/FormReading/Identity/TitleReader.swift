import ReportModel

/// Reads the titles of a form's reports.
struct TitleReader: Sendable {
  /// A line that is a title.
  struct Title {
    /// The title as written, without text that a page puts before it.
    let text: String
    /// The agency as written.
    let agency: String?
    /// The years; several in `2022-2023年`.
    let years: [Int]
  }

  /// The form's title and its other wordings, the longest first.
  let names: [[UInt16]]
  /// The form's title.
  private let title: [UInt16]
  /// Which characters occur in it: ``FormLabel/characters(of:)``.
  private let titleCharacters: UInt64
  /// Which characters occur in all wordings.
  private let commonCharacters: UInt64

  /// How many characters of a title may differ from the form's.
  private static let typos = 3
  /// Words that may follow a title in its line.
  private static let tails = [[UInt16]](words: "全文 文本 正文 公示 公告 的公告 的公示 文字版 图文版 公开")

  /// Makes a reader for the titles of `form`.
  init(_ form: FormDefinition) {
    names = ([form.title] + form.titleAliases).map { FoldedText($0).units }.filter { !$0.isEmpty }
      .sorted { $0.count > $1.count }
    title = LabelText(form.title).core
    titleCharacters = FormLabel.characters(of: title)
    commonCharacters = names.reduce(.max) { $0 & FormLabel.characters(of: $1) }
  }

  /// The title in `line`; nil if `line` is not a title, or names neither agency nor year.
  func title(_ line: String) -> Title? {
    let text = FoldedText(line)
    guard !text.units.contains(where: Self.endsSentence) else { return nil }
    let phrase = ReportPhrase.phrases(in: text, names: names).last {
      isTail(text, $0.range.upperBound)
    }
    guard let phrase else { return mistypedTitle(line, text) }
    guard phrase.agency != nil || !phrase.years.isEmpty else { return nil }
    let isAll = phrase.clause == 0 && !text.units[phrase.range.upperBound...].contains(0x7C)
    return Title(
      text: isAll ? line.oneLine : text.text(phrase.range), agency: phrase.agency.map(text.text),
      years: phrase.years)
  }

  /// Whether enough of the title's characters occur in a text for it to be the title.
  func isPossible(_ text: [UInt16]) -> Bool {
    let characters = FormLabel.characters(of: text)
    return commonCharacters & ~characters == 0 || isAlmost(characters)
  }

  private func isAlmost(_ characters: UInt64) -> Bool {
    (titleCharacters & ~characters).nonzeroBitCount <= Self.typos
  }

  /// Whether a text contains the form's title.
  func holdsTitle(_ core: [UInt16]) -> Bool { core.firstRange(of: title) != nil }

  /// A title that ends with the form's own, except for at most ``typos`` characters.
  private func mistypedTitle(_ line: String, _ text: FoldedText) -> Title? {
    guard isAlmost(FormLabel.characters(of: text.units)), text.count > title.count,
      EditDistance.between(Array(text.units.suffix(title.count)), title, atMost: Self.typos) != nil
    else { return nil }
    let tokens = YearToken.tokens(in: text, 0..<(text.count - title.count + Self.typos))
    guard let token = tokens.last else { return nil }
    let agency = AgencyName.name(in: text, 0..<token.range.lowerBound)
    return Title(text: line.oneLine, agency: agency.map(text.text), years: token.years)
  }

  /// Whether only tail words, brackets, bars and similar marks follow in the line.
  private func isTail(_ text: FoldedText, _ start: Int) -> Bool {
    var index = start
    while index < text.count {
      let unit = text.units[index]
      if let tail = Self.tails.first(where: { text.has($0, at: index) }) {
        index += tail.count
      } else if unit == 0x28, let close = text.units[index...].firstIndex(of: 0x29) {
        index = close + 1
      } else if Self.isMark(unit) {
        index += 1
      } else {
        return false
      }
    }
    return true
  }

  private static func isMark(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x7C, 0x2A, 0x3A, 0x300B, 0x3009, 0x201D, 0x3E, 0x29: true
    default: false
    }
  }

  private static func endsSentence(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x3002, 0xFF1B, 0x3B, 0x21, 0x3F: true
    default: false
    }
  }
}
