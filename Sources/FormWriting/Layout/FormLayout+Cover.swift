#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import FormReading
import ReportModel

extension FormLayout {
  /// A line of the sheet 基本信息.
  struct CoverEntry {
    var name: String
    var label: String
    var content: LaidOutCell.Content
    var rule: EntryRule.Kind
  }

  /// The entries of the sheet 基本信息, in its order.
  var coverEntries: [CoverEntry] {
    let text = { (text: String) -> LaidOutCell.Content in
      text.isEmpty ? .blank : .text(ProseRows.chunks(of: text).first ?? "")
    }
    var entries = [
      CoverEntry(
        name: "report.agency", label: "填报单位", content: text(report.agency),
        rule: .text(hint: "填写本机关的规范全称或规范简称")),
      CoverEntry(
        name: "report.year", label: "报告年度",
        content: report.year.map { .number(.init($0)) } ?? .blank, rule: .year),
      CoverEntry(
        name: "report.title", label: "报告标题", content: text(report.title),
        rule: .text(hint: "如“××局2024年\(definition.title)”；可以留空")),
    ]
    for contact in definition.contact {
      entries.append(
        CoverEntry(
          name: "contact.\(contact.id)", label: contact.label,
          content: text(report.contact[contact.id] ?? ""), rule: .text(hint: "可以留空")))
    }
    return entries
  }

  /// The sheet 基本信息.
  var cover: LaidOutSheet {
    var sheet = LaidOutSheet(name: coverSheet)
    sheet.columnWidths = [18, 62]
    sheet.merge(GridRange(row: 1, column: 1, columns: 2), .text(definition.title), .title)
    sheet.rowHeights[1] = 36
    sheet.merge(
      GridRange(row: 2, column: 1, columns: 2), .text("依据：\(definition.source)"), .explanation)
    for (place, entry) in coverEntries.enumerated() {
      let row = Self.firstCoverRow + place
      sheet.put(.text(entry.label), .rowLabel, row: row, column: 1)
      sheet.put(entry.content, .entry, row: row, column: 2)
      sheet.rowHeights[row] = 26
      sheet.entryRules.append(EntryRule([GridRange(row: row, column: 2)], entry.rule))
    }
    sheet.firstCell = GridReference(row: Self.firstCoverRow, column: 2)
    return sheet
  }
}
