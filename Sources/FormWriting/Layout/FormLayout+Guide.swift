#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics
import Documents
import FormReading
import ReportModel

extension FormLayout {
  /// The sheet 填报说明: how to fill in the form, the notice's instructions, every relation in words.
  var guide: LaidOutSheet {
    var sheet = LaidOutSheet(name: guideSheet)
    sheet.columnWidths = [6, 60, 10, 30]
    sheet.merge(
      GridRange(row: 1, column: 1, columns: 4),
      .text("\(definition.title)\(TemplateConvention.guideTitle)"),
      .title)
    sheet.rowHeights[1] = 40
    sheet.merge(
      GridRange(row: 2, column: 1, columns: 4), .text("依据：\(definition.source)"), .explanation)
    var row = 3
    func heading(_ text: String) {
      row += 1
      sheet.merge(GridRange(row: row, column: 1, columns: 4), .text(text), .heading)
      sheet.rowHeights[row] = 28
    }
    func list(_ texts: [String]) {
      for (place, text) in texts.enumerated() {
        row += 1
        sheet.put(.number(Decimal(place + 1)), .listValue, row: row, column: 1)
        let range = GridRange(row: row, column: 2, columns: 3)
        sheet.merge(range, .text(text), .listText)
        sheet.fit(text, in: range)
      }
    }
    heading(TemplateConvention.usageHeading)
    list(usage)
    if !definition.instructions.isEmpty {
      heading("填报要求")
      list(definition.instructions)
    }
    heading("勾稽关系")
    row += 1
    for (place, text) in ["序号", "应有的关系", "性质", "依据"].enumerated() {
      sheet.put(.text(text), .columnLabel, row: row, column: place + 1)
    }
    for (place, line) in relationLines.enumerated() {
      row += 1
      sheet.put(.number(Decimal(place + 1)), .listValue, row: row, column: 1)
      sheet.put(.text(line.statement), .listText, row: row, column: 2)
      sheet.put(.text(line.kind), .listValue, row: row, column: 3)
      sheet.put(.text(line.source), .listText, row: row, column: 4)
      sheet.fit(line.statement, in: GridRange(row: row, column: 2))
      sheet.fit(line.source, in: GridRange(row: row, column: 4))
    }
    return sheet
  }

  private var usage: [String] {
    let amounts = definition.tables.flatMap(\.columns).filter { $0.kind == .amount }
    let unit = amounts.compactMap(\.unit).first.map { "以\($0)为单位，" } ?? ""
    var lines = [
      "白色单元格由填报单位填写；灰色单元格是标题或自动计算的合计，已锁定（没有密码）。按 Tab 键依次跳到下一个要填的单元格。",
      "先填“\(coverSheet)”，再逐表填写。\(tableNames)按官方格式排列，请勿增删行列或改动标题。",
      "数量填不小于 0 的整数：没有发生的填 0；对本机关不适用的填“/”；尚不掌握的留空。不要填单位和说明文字。",
    ]
    if !amounts.isEmpty {
      let decimals = amounts.compactMap(\.decimals).first.map { "，最多保留 \($0) 位小数" } ?? ""
      lines.append("金额\(unit)填不小于 0 的数\(decimals)，不要填单位。")
    }
    if definition.tables.flatMap(\.columns).contains(where: { $0.kind == .signedCount }) {
      lines.append("增减数填整数，减少的填负数。")
    }
    if !definition.sections.isEmpty {
      lines.append("文字部分每段一行；一段太长写不下时在下一行接着写，并在左边窄格填“\(TemplateConvention.continuationMark)”。")
    }
    lines.append("填完后看“\(checkSheet)”表：各项都应为“\(Self.passed)”；不成立的关系会使有关单元格变红，点“查看”可以跳到那里。")
    lines.append("填好后保存为 .xlsx 文件报送。工作表可以改名，导入时按内部名称识别各个单元格。")
    return lines
  }

  private var tableNames: String {
    tables.map { "“\($0.sheet)”" }.joined(separator: "、") + (tables.isEmpty ? "" : "各表")
  }

  private var relationLines: [(statement: String, kind: String, source: String)] {
    var lines = definition.relations.map { relation in
      let note = relation.needsPrevious && previous == nil ? "（导入时与上年报告核对）" : ""
      return (relation.statement.zh + note, relation.severity.kind, relation.source.zh)
    }
    let columns = definition.tables.flatMap(\.columns)
    if columns.contains(where: { $0.kind == .count }) {
      lines.append(("各项数量是不小于 0 的整数", Severity.error.kind, "由指标含义推定"))
    }
    if let decimals = columns.compactMap(\.decimals).first {
      lines.append(("金额的小数不超过 \(decimals) 位", Severity.warning.kind, "填报系统的通行要求"))
    }
    return lines
  }
}

extension Severity {
  /// The severity as a form's instructions name it.
  var kind: String {
    switch self {
    case .error: "必须成立"
    case .warning: "提醒"
    case .note: "提示"
    }
  }
}
