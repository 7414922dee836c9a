/// The words that change the quantity that a label names: its time, its negation or opposite, a share, a
/// plan, a part or another kind.
///
/// Words are compared as folded by ``LabelFolding``, so traditional characters need no entries of their own.
/// Words of one line mean the same.
enum MeaningWords {
  /// The meaning of a word: its line in the vocabulary.
  struct Meaning: Hashable {
    /// The line.
    let line: Int
    /// The subject of the line.
    let kind: Kind
  }

  /// The subject of a word.
  enum Kind: Hashable {
    /// The year reported on, which a label may name or leave out.
    case thisYear
    /// Words without meaning of their own: counters, units and similar words.
    case filler
    /// Words that a label may not lose: another time, a negation, an order.
    case needed
    /// Words that a label may not gain either.
    case added
  }

  /// A word in a text.
  struct Occurrence {
    let range: Range<Int>
    let meaning: Meaning
  }

  private static let vocabulary: [(kind: Kind, lines: String)] = [
    (.thisYear, "本年度 本年 当年度 当年 今年度 今年 全年 本期"),
    (
      .filler,
      """
      数量 件数 总数 个数 数 量 件 个 项 类 等 的 之 及 和 总 情况 情形 事项 单位 人民币 万元 元 政府信息 申请人 申请
      """
    ),
    (
      .needed,
      """
      上一年度 上一年 上年度 上年 去年度 去年 上期
      下一年度 下一年 下年度 下年 明年度 明年 次年 下期
      前年
      往年 历年 历史
      累计
      同期
      不 未 无 非 没有 没 否 勿
      前
      后
      新收
      结转
      """
    ),
    (
      .added,
      """
      年初 期初
      年末 年底 期末
      季度
      半年
      本月 当月 月度 上月
      近年 近三年 近五年
      以前 此前
      失效 失
      免
      拒
      缺 欠
      撤
      废
      退
      应 应当 应予
      拟
      预 预计 预算 预估
      计划
      目标
      估
      待
      将
      暂
      可以 允许 准许 准予
      率 占比 比例 比重 百分比 占
      增幅 增速 增长 同比 环比 增加
      减少 减
      平均 人均 均值
      差额
      其中
      小计
      部分
      全部
      仅 只
      除
      外
      已
      旧
      其他 其它
      工业
      农业 林业 渔业 牧业
      事业
      国有 民营 外资 个体
      民事
      刑事
      司法
      处分
      认可
      复核 复查
      印发 转发 收发
      支出
      重新 首次
      人数 人次 申请人数
      天数 时长 工作日
      字数 页数
      审查
      受理
      """
    ),
  ]

  private static let words: [UInt16: [(word: [UInt16], meaning: Meaning)]] = {
    var words: [UInt16: [(word: [UInt16], meaning: Meaning)]] = [:]
    var line = 0
    for entry in vocabulary {
      for text in entry.lines.split(separator: "\n") {
        line += 1
        for word in text.split(separator: " ") {
          let units = Array(word.utf16)
          words[units[0], default: []].append((units, Meaning(line: line, kind: entry.kind)))
        }
      }
    }
    return words.mapValues { $0.sorted { $0.word.count > $1.word.count } }
  }()

  /// The words in `text`, from the left; of those that begin at one offset the longest.
  ///
  /// - Complexity: O(*n*) in the text's length.
  static func occurrences(in text: [UInt16]) -> [Occurrence] {
    var found: [Occurrence] = []
    var place = 0
    while place < text.count {
      let word = words[text[place]]?.first { text[place...].starts(with: $0.word) }
      if let word {
        found.append(
          Occurrence(range: place..<(place + word.word.count), meaning: word.meaning))
      }
      place += word?.word.count ?? 1
    }
    return found
  }

  /// The words in an explanation in brackets that change the quantity that a label names; other words there
  /// explain it.
  private static let limits = [
    "上年", "上一年", "去年", "前年", "同期", "上期", "往年", "历年", "下年", "占比", "比例", "比重", "百分比", "增幅",
    "增速", "增长", "同比", "环比", "平均", "小计", "其中", "计划", "预计", "预算", "目标", "不含", "不包括",
  ].map { Array($0.utf16) }

  /// Whether an explanation in brackets changes the quantity that a label names.
  static func limits(_ remark: [UInt16]) -> Bool {
    limits.contains { remark.firstRange(of: $0) != nil }
  }
}
