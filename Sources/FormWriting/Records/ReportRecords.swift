#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
package import FormReading
package import ReportModel
import Vocabulary

/// A report as the records of delimited text, in either layout.
package enum ReportRecords {
  /// The records of `report` in `layout`; a table that was not found has none.
  package static func records(
    of report: Report, _ definition: FormDefinition, _ layout: RecordLayout
  ) -> [[RecordField]] {
    switch layout {
    case .long:
      [RecordLayout.header.map(RecordField.text)] + head(report, definition)
        + sections(report, definition)
        + fields(report, definition)
    case .grid: head(report, definition) + sheets(report, definition)
    }
  }

  // MARK: - Header

  /// The lines about the report as a whole, the same in both layouts.
  private static func head(_ report: Report, _ definition: FormDefinition) -> [[RecordField]] {
    var records: [[RecordField]] = []
    func add(
      _ head: RecordLayout.Head, _ row: String, _ column: String, _ label: String, _ text: String
    ) {
      for part in ProseRows.chunks(of: text) {
        records.append(
          [.text(head.rawValue), .text(row), .text(column), .text(label), .text(part)])
      }
    }
    add(.report, "", "form", definition.title, report.form)
    add(.report, "", "agency", "填报单位", report.agency)
    records.append(
      [
        .text(RecordLayout.Head.report.rawValue), .empty, .text("year"), .text("报告年度"),
        report.year.map { .number(String($0)) } ?? .empty,
      ])
    add(.report, "", "title", "报告标题", report.title)
    let known = definition.contact.map(\.id)
    for id in known + Set(report.contact.keys).subtracting(known).sorted() {
      guard let text = report.contact[id], !text.isEmpty else { continue }
      let label = definition.contact.first { $0.id == id }?.label ?? id
      add(.contact, "", id, label, text)
    }
    for field in definition.fields {
      guard let note = report.notes[field], !note.isEmpty else { continue }
      add(.note, "\(field.table).\(field.row)", field.column, definition.label(of: field), note)
    }
    return records
  }

  // MARK: - Long

  private static func sections(_ report: Report, _ definition: FormDefinition) -> [[RecordField]] {
    definition.order.compactMap { id in definition.sections.first { $0.id == id } }
      .flatMap { section in
        parts(of: report.sections[section.id] ?? "").map { part in
          [
            .text(RecordLayout.Head.section.rawValue), .text(section.id), .empty,
            .text(section.label),
            .text(part),
          ]
        }
      }
  }

  /// Prose in as few parts as cells can hold, split between lines if possible; the parts are joined without a
  /// separator.
  static func parts(of prose: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var units = 0
    let lines = prose.split(separator: "\n", omittingEmptySubsequences: false)
    for (place, line) in lines.enumerated() {
      // The line break precedes a line, so that no part ends in one, which programs remove.
      let text = place == 0 ? String(line) : "\n" + line
      let count = text.utf16.count
      if units + count > ProseRows.mostUnits, !part.isEmpty {
        parts.append(part)
        (part, units) = ("", 0)
      }
      let chunks = ProseRows.chunks(of: text)
      parts += chunks.dropLast()
      part += chunks.last ?? ""
      units = part.utf16.count
    }
    parts.append(part)
    return parts
  }

  private static func fields(_ report: Report, _ definition: FormDefinition) -> [[RecordField]] {
    definition.order.compactMap(definition.table).flatMap { table -> [[RecordField]] in
      guard report.tables[table.id] != nil else { return [] }
      return table.fields.map { field in
        [
          .text(field.table), .text(field.row), .text(field.column),
          .text(definition.label(of: field)), self.field(report[field] ?? .blank),
        ]
      }
    }
  }

  private static func field(_ value: FieldValue) -> RecordField {
    switch value {
    case .number(let number): .number(number.description)
    case .blank: .empty
    case .notApplicable: .text(Mark.written)
    case .unreadable(let text): .text(text)
    }
  }

  // MARK: - Grid

  /// The sheets with their cells in place, each under its heading, with an empty record between.
  private static func sheets(_ report: Report, _ definition: FormDefinition) -> [[RecordField]] {
    definition.parts.flatMap { part -> [[RecordField]] in
      switch part {
      case .section(let section):
        let rows = ProseRows.rows(of: report.sections[section.id] ?? "")
        return [[], [.text(section.label)]]
          + rows.map { row in
            row.text.isEmpty
              ? []
              : [.text(row.continues ? TemplateConvention.continuationMark : ""), .text(row.text)]
          }
      case .table(let table):
        guard report.tables[table.id] != nil else { return [] }
        return [[], [.text(table.label)]] + grid(TablePlan(table), report)
      }
    }
  }

  private static func grid(_ plan: TablePlan, _ report: Report) -> [[RecordField]] {
    var records = Array(
      repeating: Array(repeating: RecordField.empty, count: plan.columnCount), count: plan.rowCount)
    func put(_ field: RecordField, _ reference: GridReference) {
      guard records.indices.contains(reference.row - 1),
        records[reference.row - 1].indices.contains(reference.column - 1)
      else { return }
      records[reference.row - 1][reference.column - 1] = field
    }
    for label in plan.labels { put(.text(label.text), label.range.topLeft) }
    for field in plan.fields {
      put(self.field(report[field.name] ?? .blank), field.range.topLeft)
    }
    return records
  }
}
