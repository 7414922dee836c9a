import Diagnostics
import ReportModel

/// Findings about the form as a whole.
extension Finding {
  static func layoutYear(
    _ year: Int, source: String, range: String, expected: String?
  ) -> Finding {
    let (zh, en) = (
      expected.map { "，应使用\($0)的表式" } ?? "",
      expected.map { "; that of \($0) is the right one" } ?? ""
    )
    return Finding(
      rule: "form.layoutYear", severity: .warning,
      message: Phrase(
        zh: "\(year) 年的报告用了\(source)的表式（适用于 \(range)）\(zh)",
        en: "the report for \(year) uses the form of \(source), which is for \(range)\(en)"),
      cells: [])
  }

  static func missingTable(_ label: String, cells: [FindingCell]) -> Finding {
    Finding(
      rule: "table.missing", severity: .error,
      message: Phrase(
        zh: "没有找到“\(label)”的表格（没有填报不等于零）",
        en: "the table “\(label)” was not found (a missing table is not a table of zeros)"),
      cells: cells)
  }

  static func sectionOrder(_ labels: [String], cells: [FindingCell]) -> Finding {
    Finding(
      rule: "label.loose", severity: .note,
      message: Phrase(
        zh: "各部分的次序与规定不同：\(labels.joined(separator: "、"))；按标题读入",
        en: """
          the sections are in another order than the form's: \(labels.joined(separator: ", ")); \
          they were read by their headings
          """),
      cells: cells)
  }
}
