import Documents
import ReportModel

/// Distinguishes text that a person wrote on the sheets of a form, and that was not read, from the text that
/// is around every form.
struct UnusedText {
  private let document: GridDocument
  private let form: PreparedForm

  /// Words at the beginning of a remark around a form.
  private static let beginnings = [[UInt16]](
    words: """
      附件 附表 单位 计量单位 金额单位 填表 制表 填报 审核 审批 审定 签发 经办 负责 分管 主管 联系 电话 手机 传真 邮箱 邮编 地址 日期 时间 发布 来源 公章 盖章 单位盖章 加盖 第 共 \
      表号 制定机关 批准 有效期 索引号 文号 发文 编号 打印 字体 字号 保密 浏览 备注 续表 年 依据 本列数据的勾稽关系 报告年度 年度 报送 机关名称
      """)
  /// The most characters of a remark around a form.
  private static let longest = 40
  /// The most characters of a text without meaning of its own.
  private static let shortest = 4

  /// Prepares the check of the texts of `document` for `form`.
  init(_ document: GridDocument, _ form: PreparedForm) {
    self.document = document
    self.form = form
  }

  /// A finding for each sheet with unexpected texts among `lines`.
  func findings(_ lines: [TextLine], sheets: Set<Int>) -> [Finding] {
    let isTemplate = document.names.keys.contains { $0 == "report.agency" || $0 == "report.title" }
    let lines = lines.filter { line in
      line.place.map { sheets.contains($0.grid) } ?? false && !isExpected(line)
    }
    return Dictionary(grouping: lines) { $0.place?.grid ?? 0 }.sorted { $0.key < $1.key }
      .compactMap { index, lines in
        let grid = document.grids[index]
        let cells = lines.compactMap { line in
          line.place.map { place in
            FindingCell(
              sheet: grid.name, reference: grid.name(of: place.reference),
              value: .text(Self.excerpt(line.text)))
          }
        }
        guard let first = lines.first, let cell = cells.first else { return nil }
        return .unusedText(
          Self.excerpt(first.text), place: cell.reference ?? "", count: Set(cells).count,
          isTemplate: isTemplate, cells: cells)
      }
  }

  private static func excerpt(_ text: String) -> String {
    let line = text.oneLine
    return line.count > 30 ? line.prefix(29) + "…" : line
  }

  private func isExpected(_ line: TextLine) -> Bool {
    if line.text.count <= Self.shortest || ValueReader.isValueLike(line.text) { return true }
    guard line.text.count <= TextTable.longest / 3 else { return false }
    let label = line.label ?? LabelText(line.text)
    if label.isEmpty || form.prose.isOwn(label) { return true }
    if line.text.count <= Self.longest {
      let text = FoldedText(line.text)
      let start = text.units.firstIndex { FoldedText.isIdeograph($0) } ?? 0
      if text.hasOne(of: Self.beginnings, at: start) || AgencyName.isWhole(text) { return true }
      if text.units.allSatisfy({ !FoldedText.isIdeograph($0) }) { return true }
    }
    return form.prose.naming(line.text).particulars.isEmpty == false
      || form.tables.contains { $0.mayKnow(label) }
  }
}
