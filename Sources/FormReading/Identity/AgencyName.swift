/// Recognises the names of agencies.
enum AgencyName {
  /// The length of the longest name, in UTF-16 units.
  private static let longest = 40

  /// Words that the names of agencies end with.
  private static let endings = [[UInt16]](
    words: """
      政府 办公室 办公厅 局 厅 委 委员会 管委会 委办 市办 县办 区办 府办 院 署 部 处 所 站 队 会 社 中心 街道 街办 街 办事处 镇 乡 区 县 市 省 州 旗 盟 \
      机关 公司 集团 学校 苏木 农场 林场 园 监狱 海关 校 银行
      """)

  /// Words that end a line that consists of an agency's name only.
  private static let lineEndings = [[UInt16]](
    words: """
      人民政府 政府 办公室 办公厅 局 委员会 委 厅 街道办事处 办事处 街道 镇 乡 管委会 公署 总队 支队 大队 联合会 监狱 海关
      """)

  /// Words that refer to the text's own author or to no agency in particular.
  private static let own = [[UInt16]](
    words: """
      我 该 各 本级 本单位 本部门 本机关 本局 本镇 本乡 本街道 本街 本区 本市 本县 本委 本厅 本办 本院 本年 本报告 本省 本处 \
      全市 全县 全区 全省 全国 全镇 全乡 全街道 全局 全系统 上级 有关 相关 其他 附件 附表 附录
      """)

  /// Words that do not occur in the name of an agency.
  private static let foreign = [[UInt16]](
    words: """
      报告 通知 公布 发布 编制 根据 按照 依据 现将 如下 年度 信息公开 政务公开 情况 统计表 领导小组 要求 做好 印发 工作年 组成 门户网站 \
      政府网 全文 下载 标题 名称 来源 位置 首页
      """)

  /// Names of kinds of agencies, which do not identify an agency.
  private static let kinds = [[UInt16]](
    words: "人民政府 政府 办公室 办公厅 委员会 管委会 管理委员会 街道 街道办 街道办事处 办事处 机关 部门 单位 部门单位 各部门 乡镇 镇街 乡镇街道 市 区 县 省")

  /// Words before a name that are not part of it.
  private static let leads = [[UInt16]](words: "关于 附件 附表 附录 下列 以下")

  /// The name in `range` of `text`, without the text around it; nil if there is none.
  static func name(in text: FoldedText, _ range: Range<Int>) -> Range<Int>? {
    var range = lastPart(of: text, range)
    while let first = range.first, !FoldedText.isIdeograph(text.units[first]) {
      if text.units[first] == 0x28, let close = text.units[range].firstIndex(of: 0x29) {
        range = (close + 1)..<range.upperBound
      } else {
        range = range.dropFirstIndex
      }
    }
    while let last = range.last, !FoldedText.isIdeograph(text.units[last]), text.units[last] != 0x29
    {
      range = range.lowerBound..<last
    }
    while let lead = leads.first(where: { text.has($0, at: range.lowerBound) }),
      range.count > lead.count
    {
      range = (range.lowerBound + lead.count)..<range.upperBound
    }
    for tail in [[UInt16]](words: "关于 的") where range.count > tail.count {
      let start = range.upperBound - tail.count
      if text.has(tail, at: start) { range = range.lowerBound..<start }
    }
    guard 2...longest ~= range.count, !own.contains(where: { text.has($0, at: range.lowerBound) }),
      !text.holds(foreign, in: range),
      !kinds.contains(where: { text.units[range].elementsEqual($0) }),
      range.count(where: { FoldedText.isIdeograph(text.units[$0]) }) >= 2
    else { return nil }
    return range
  }

  /// Whether `range` of `text` ends like the name of an agency.
  static func isOfficial(_ text: FoldedText, _ range: Range<Int>) -> Bool {
    ends(with: endings, text, range)
  }

  /// Whether `text` consists of an agency's name only.
  static func isWhole(_ text: FoldedText) -> Bool {
    let all = 0..<text.count
    return name(in: text, all) == all && ends(with: lineEndings, text, all)
      && text.units.allSatisfy { FoldedText.isIdeograph($0) || $0 == 0x28 || $0 == 0x29 }
  }

  /// Whether one name may abbreviate the other: the longer contains the characters of the shorter in order.
  static func agree(_ left: String, _ right: String) -> Bool {
    let (left, right) = (FoldedText(left).units, FoldedText(right).units)
    let (short, long) = left.count < right.count ? (left, right) : (right, left)
    var rest = long[...]
    for unit in short {
      guard let place = rest.firstIndex(of: unit) else { return false }
      rest = rest[(place + 1)...]
    }
    return true
  }

  private static func ends(
    with words: [[UInt16]], _ text: FoldedText, _ range: Range<Int>
  ) -> Bool {
    words.contains { word in
      word.count <= range.count && text.has(word, at: range.upperBound - word.count)
    }
  }

  /// The part of `range` after its last gap, extended by the parts before it that belong to the name.
  ///
  /// A name may have a gap after the name of the superior body, or between any two characters; other text
  /// before a gap is not part of the name.
  private static func lastPart(of text: FoldedText, _ range: Range<Int>) -> Range<Int> {
    var starts = [range.lowerBound]
    starts += range.dropFirstIndex.filter { text.hasGapBefore[$0] }
    guard var start = starts.popLast(), !starts.isEmpty else { return range }
    while let before = starts.last {
      let part = before..<start
      let isRepeated = part.count > 1 && text.units[start] == text.units[part.lowerBound]
      let goesOn = part.count == 1 || isOfficial(text, part) && !isRepeated
      guard goesOn, FoldedText.isIdeograph(text.units[part.lowerBound]) else { break }
      start = before
      starts.removeLast()
    }
    return start..<range.upperBound
  }
}

extension Range<Int> {
  /// The range without its first index.
  fileprivate var dropFirstIndex: Self { Swift.min(lowerBound + 1, upperBound)..<upperBound }
}
