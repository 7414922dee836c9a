/// A sentence before a report, or one of its first, that may state the report's author or year.
struct PrefaceSentence {
  private let text: FoldedText
  private let range: Range<Int>

  private static let stops: Set<UInt16> = Set("。；;！!？?".utf16)
  private static let period = [[UInt16]](
    words: "统计 期限 时限 时段 起止 数据 核定 期间 涵盖 所列 报告期")
  private static let deadline = [[UInt16]](words: "核定 截止 截至 统计")
  private static let firstDay = Array("1月1日".utf16)
  private static let lastDay = Array("12月31日".utf16)
  private static let year: UInt16 = 0x5E74
  private static let by: UInt16 = 0x7531
  private static let compiled = [[UInt16]](words: "编制 编写 撰写 制作 汇编")
  /// Words that follow the name of the agency that compiled a report.
  private static let behindAuthor = [[UInt16]](
    words: "编制 编写 撰写 制作 汇编 按照 根据 依据 依照 结合 综合 汇总 负责 会同 组织 认真 统一 对")
  /// Words that begin the predicate of a first sentence whose subject is the agency.
  private static let deeds = [[UInt16]](
    words: """
      认真 坚持 严格 全面 深入 持续 高度重视 紧紧 紧扣 紧密 围绕 积极 切实 按照 扎实 根据 不断 进一步 贯彻 以习近平 始终 着力 大力 主动 依法 落实 聚焦 立足 \
      政府信息公开工作 信息公开工作 政务公开工作
      """)
  /// Characters that end the name of an area.
  private static let areas: Set<UInt16> = Set("省市区县州旗盟镇乡街".utf16)

  /// The sentences of `text`.
  static func sentences(of text: FoldedText) -> [PrefaceSentence] {
    var sentences: [PrefaceSentence] = []
    var start = 0
    for index in text.units.indices where stops.contains(text.units[index]) {
      if index > start { sentences.append(PrefaceSentence(text: text, range: start..<index)) }
      start = index + 1
    }
    if start < text.count {
      sentences.append(PrefaceSentence(text: text, range: start..<text.count))
    }
    return sentences
  }

  private init(text: FoldedText, range: Range<Int>) {
    self.text = text
    self.range = range
  }

  /// The sentence as it is written.
  var written: String { text.text(range) }

  /// Whether the index `place` is in the sentence.
  func contains(_ place: Int) -> Bool { range.contains(place) }

  /// Whether one of `words` is in the sentence.
  func holds(_ words: [[UInt16]]) -> Bool { text.holds(words, in: range) }

  /// The year of the data: the sentence states a period from the first day of a year to its last, or the last
  /// day as the reference date.
  var periodYear: Int? {
    guard text.holds(Self.period, in: range) else { return nil }
    for start in range {
      guard let (value, end) = digits(at: start) else { continue }
      let day = end < range.upperBound && text.units[end] == Self.year ? end + 1 : end
      if text.has(Self.firstDay, at: day), endsInSameYear(value, from: day) { return value }
      if text.has(Self.lastDay, at: day), text.holds(Self.deadline, in: range) { return value }
    }
    return nil
  }

  /// A year in digits at `start`; if `年` was lost, a month may follow directly.
  private func digits(at start: Int) -> (year: Int, end: Int)? {
    if let found = YearToken.digits(in: text, start, range) { return (found.year, found.end) }
    let end = start + 4
    guard end < range.upperBound, start == 0 || !FoldedText.isDigit(text.units[start - 1]),
      text.units[start..<end].allSatisfy(FoldedText.isDigit),
      text.has(Self.firstDay, at: end) || text.has(Self.lastDay, at: end)
    else { return nil }
    let value = text.units[start..<end].reduce(0) { $0 * 10 + Int($1 - 0x30) }
    return 1949...2999 ~= value ? (value, end) : nil
  }

  private func endsInSameYear(_ value: Int, from start: Int) -> Bool {
    let last = (start..<min(range.upperBound, start + 30)).first { text.has(Self.lastDay, at: $0) }
    guard let last else { return false }
    var front = last
    if front > start, text.units[front - 1] == Self.year { front -= 1 }
    guard front - 4 > start, text.units[(front - 4)..<front].allSatisfy(FoldedText.isDigit) else {
      return true
    }
    return text.units[(front - 4)..<front].reduce(0) { $0 * 10 + Int($1 - 0x30) } == value
  }

  /// The agency that compiled the report: `由…编制`, `…编制了`.
  var author: String? {
    guard text.holds(Self.compiled, in: range) else { return nil }
    for start in range where text.units[start] == Self.by {
      let end = (start..<range.upperBound).first { text.hasOne(of: Self.behindAuthor, at: $0) }
      guard let end, text.holds(Self.compiled, in: end..<range.upperBound) else { continue }
      if let name = official((start + 1)..<end) { return text.text(name) }
    }
    guard
      let verb = range.first(where: {
        text.hasOne(of: Self.compiled, at: $0) && text.has([0x4E86], at: $0 + 2)
      })
    else { return nil }
    let start = (range.lowerBound..<verb).last { text.units[$0] == 0x2C }
    return official((start.map { $0 + 1 } ?? range.lowerBound)..<verb).map(text.text)
  }

  /// The year that the sentence begins with: `2022年，…`.
  var openingYear: Int? {
    let token = YearToken.tokens(in: text, start..<min(start + 6, range.upperBound)).first
    guard let token, token.range.lowerBound == start, token.years.count == 1,
      text.units[token.range].contains(Self.year)
    else { return nil }
    return token.years.first
  }

  /// The start of the sentence, after an ordinal or a heading in brackets.
  private var start: Int {
    var start = range.lowerBound
    if start < range.upperBound, text.units[start] == 0x28,
      let close = text.units[range].prefix(6).firstIndex(of: 0x29)
    {
      start = close + 1
    }
    return start
  }

  /// The agency that the sentence is about: `2022年，某县教育局认真贯彻…`; not one that is named by its kind alone,
  /// as `县教育局`.
  var subject: Range<Int>? {
    let pieces = text.units[range].split(separator: 0x2C)
    for piece in pieces.prefix(3) {
      var begin = piece.startIndex
      let tokens = YearToken.tokens(in: text, begin..<min(begin + 6, piece.endIndex))
      if let token = tokens.first, token.range.lowerBound == begin {
        begin = token.range.upperBound
      }
      let verb = (begin..<piece.endIndex).first { text.hasOne(of: Self.deeds, at: $0) }
      guard let verb, let name = official(begin..<verb), name == begin..<verb,
        text.units[name].dropFirst().dropLast().contains(where: Self.areas.contains),
        !Self.areas.contains(text.units[name.lowerBound])
      else { continue }
      return name
    }
    return nil
  }

  private func official(_ range: Range<Int>) -> Range<Int>? {
    guard let name = AgencyName.name(in: text, range), AgencyName.isOfficial(text, name) else {
      return nil
    }
    return name
  }

  /// The characters of `range` as they are written.
  func written(_ range: Range<Int>) -> String { text.text(range) }
}
