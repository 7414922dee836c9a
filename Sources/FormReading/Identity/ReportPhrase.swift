/// Words of a text that name a report: `某局2022年政府信息公开工作年度报告`.
struct ReportPhrase {
  /// The range of the agency's name, before or after the year; nil if there is none.
  let agency: Range<Int>?
  /// The years: one, or several in `2022-2023年`; empty if there is none.
  let years: [Int]
  /// The range of the words, from the agency or year on.
  let range: Range<Int>
  /// The start of the clause that ends with the words.
  let clause: Int
  /// Whether a sentence announces the report: `现公布…`, `现将…如下`, `《…》`.
  let isAnnounced: Bool

  /// Words that precede the name of an announced report.
  private static let leads = [[UInt16]](
    words: "公布 发布 公开 编制 制作 编写 撰写 形成 公示 现将 兹将 总结 汇报 发布的 编制的")
  /// Words that follow the name of an announced report.
  private static let tails = [[UInt16]](
    words: "如下 报告如下 汇报如下 公布如下 公告如下 总结如下 向社会 予以公布 予以发布 公布 公示")
  /// Words after a report's name that make it the name of something else.
  private static let others = [[UInt16]](
    words: """
      编制 格式 填报 报送 有关 相关 事项 的通知 通知 提示 模板 范本 指南 发布工作 发布和 和发布 及发布 编报 工作 要求 专栏 栏目 制度 解读 写作 规范 \
      数据 电子版 情况统计
      """)
  /// Words before a report's name that make it the name of another body's order.
  private static let orders = [[UInt16]](
    words: "关于做好 关于印发 关于报送 关于开展 关于编制 关于编报 关于进一步 关于规范 关于切实 关于组织 关于认真 关于加强 关于填报 关于转发")
  private static let elsewhere = [[UInt16]](words: "上一篇 下一篇 上一条 下一条 相关 推荐")
  private static let people = Array("人民".utf16)
  private static let government = Array("政府".utf16)
  /// Characters that separate clauses.
  private static let breaks: Set<UInt16> = Set("。.；;！!？?，,：:>»›|《〈“”\"‘’[]、…●•·★▲→".utf16)
  private static let dashes: Set<UInt16> = Set("-–—_/~".utf16)

  /// The phrases in `text` that end with one of `names`, which are in descending order of length.
  ///
  /// - Complexity: O(*n* · *m*) in the text's length and the number of names.
  static func phrases(in text: FoldedText, names: [[UInt16]]) -> [ReportPhrase] {
    let firsts = Set(names.compactMap(\.first))
    var phrases: [ReportPhrase] = []
    var index = 0
    while index < text.count {
      guard firsts.contains(text.units[index]),
        let name = names.first(where: { text.has($0, at: index) })
      else {
        index += 1
        continue
      }
      let range = index..<(index + name.count)
      if let phrase = phrase(text, range) { phrases.append(phrase) }
      index = range.upperBound
    }
    return phrases
  }

  private static func phrase(_ text: FoldedText, _ name: Range<Int>) -> ReportPhrase? {
    guard !text.hasOne(of: others, at: name.upperBound) else { return nil }
    let clause = clause(text, name.lowerBound)
    var start = clause
    guard !text.holds(orders, in: start..<name.lowerBound),
      !isElsewhere(text, start)
    else { return nil }
    let isQuoted = start > 0 && (text.units[start - 1] == 0x300A || text.units[start - 1] == 0x3008)
    let lead = (start..<name.lowerBound).last { index in
      leads.contains { text.has($0, at: index) && index + $0.count <= name.lowerBound }
    }
    if let lead,
      let word = leads.filter({ text.has($0, at: lead) }).max(by: { $0.count < $1.count })
    {
      start = lead + word.count
      if start < name.lowerBound, text.units[start] == 0x4E86 || text.units[start] == 0x7684 {
        start += 1
      }
    }
    let isAnnounced =
      isQuoted || lead != nil || text.hasOne(of: tails, at: name.upperBound)
    guard start <= name.lowerBound else { return nil }
    return phrase(text, start..<name.lowerBound, name, clause, isAnnounced)
  }

  /// The phrase with the words of `front` before the report's name.
  private static func phrase(
    _ text: FoldedText, _ front: Range<Int>, _ name: Range<Int>, _ clause: Int, _ isAnnounced: Bool
  ) -> ReportPhrase? {
    let tokens = YearToken.tokens(in: text, front)
    guard let token = tokens.last else {
      let agency = agency(text, front, name)
      return ReportPhrase(
        agency: agency, years: [], range: (agency ?? name).lowerBound..<name.upperBound,
        clause: clause, isAnnounced: isAnnounced)
    }
    // The year is sometimes written twice, before and after the agency.
    let repeated = tokens.dropLast().last { $0.years == token.years }
    let begin = repeated?.range.upperBound ?? tokens.dropLast().last?.range.upperBound
    let before = AgencyName.name(in: text, (begin ?? front.lowerBound)..<token.range.lowerBound)
    let behind = agency(text, token.range.upperBound..<name.lowerBound, name)
    let isOne = tokens.count == 1 || repeated != nil
    return ReportPhrase(
      agency: combined(text, before, behind), years: isOne ? token.years : tokens.flatMap(\.years),
      range: min(
        before?.lowerBound ?? token.range.lowerBound, token.range.lowerBound)..<name
        .upperBound,
      clause: clause, isAnnounced: isAnnounced)
  }

  /// The agency's name in `range`, before the report's name, which may begin with its last word: 某县人民政府信息公开….
  private static func agency(
    _ text: FoldedText, _ range: Range<Int>, _ name: Range<Int>
  ) -> Range<Int>? {
    guard !range.isEmpty else { return nil }
    var range = range
    let end = range.upperBound
    if range.count > people.count, text.has(people, at: end - people.count),
      text.has(government, at: name.lowerBound)
    {
      range = range.lowerBound..<(end + government.count)
    }
    return AgencyName.name(in: text, range)
  }

  /// The only name, or the first if both agree; nil if they differ.
  private static func combined(
    _ text: FoldedText, _ before: Range<Int>?, _ behind: Range<Int>?
  ) -> Range<Int>? {
    guard let before, let behind else { return before ?? behind }
    return AgencyName.agree(text.text(before), text.text(behind)) ? before : nil
  }

  /// The start of the clause that contains `end`; text in brackets is part of the clause.
  private static func clause(_ text: FoldedText, _ end: Int) -> Int {
    var start = end
    while start > 0 {
      let unit = text.units[start - 1]
      if unit == 0x29, let open = text.units[..<(start - 1)].lastIndex(of: 0x28), start - open < 30
      {
        start = open
        continue
      }
      if unit == 0x28 { break }
      let isBetweenYears =
        start > 1 && start < text.count && FoldedText.isDigit(text.units[start])
        && (FoldedText.isDigit(text.units[start - 2]) || text.units[start - 2] == 0x5E74)
      if breaks.contains(unit) || dashes.contains(unit), !isBetweenYears { break }
      start -= 1
    }
    return start
  }

  /// Whether the clause that begins at `start` points to another page.
  private static func isElsewhere(_ text: FoldedText, _ start: Int) -> Bool {
    elsewhere.contains { word in
      text.has(word, at: start) || start > word.count && text.has(word, at: start - word.count - 1)
    }
  }
}
