#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
import Diagnostics
import Documents
import ReportModel

extension FormReading {
  /// Makes the reading of a report that was not read out of a document, such as one from JSON, with the
  /// findings that a workbook with its values would have.
  init(_ report: Report, _ definition: FormDefinition, file: String) {
    self.init(
      definition: definition, report: report, findings: [], places: [:], score: 1, candidates: [],
      tables: [], looseLabels: [], identity: ReportIdentity(of: report, TitleReader(definition)))
    for table in definition.orderedTables {
      let cells = table.fields.map { FindingCell(field: $0.description) }
      guard let values = report.tables[table.id] else {
        findings.append(.missingTable(table.label, cells: cells))
        continue
      }
      for (field, _, column) in table.cells {
        let label = definition.label(of: field)
        guard let value = values[field] else {
          findings.append(.missingField(label, field, cells: [cell(field)]))
          continue
        }
        findings += column.remarks(on: value, note: report.notes[field]).map {
          .value($0, label: label, cell: cell(field))
        }
      }
    }
    for index in findings.indices { findings[index].file = file }
  }

  /// The reading with the findings that do not depend on the input: the form is not the one for its year.
  func judged(among library: FormLibrary, file: String) -> FormReading {
    guard let year = report.year, !definition.covers(year) else { return self }
    var reading = self
    let first = definition.firstYear.map(String.init) ?? ""
    let last = definition.lastYear.map(String.init) ?? ""
    let expected = library.forms.first { $0.title == definition.title && $0.covers(year) }
    var finding = Finding.layoutYear(
      year, source: definition.source, range: "\(first)–\(last)", expected: expected?.source)
    finding.file = file
    reading.findings.append(finding)
    return reading
  }
}

extension FormColumn {
  /// The remarks on a field of the column that holds `value` and `note`, as on a cell of our own workbook.
  func remarks(on value: FieldValue, note: String?) -> [ValueRemark] {
    let text: String?
    switch value {
    case .blank, .notApplicable: text = nil
    case .number(let number): text = note.flatMap { self.text(of: number, note: $0) }
    case .unreadable(let unread): text = unread
    }
    guard let text else { return [] }
    let read = ValueReader(self).read(GridCell(GridReference(row: 1, column: 1), .text(text)))
    if case .unreadable = value, read.remarks.isEmpty { return [.unreadable(text: text)] }
    return read.remarks
  }

  /// The number followed by its note; nil if that text is read as something else.
  package func text(of number: Decimal, note: String) -> String? {
    let text = number.description + note
    let read = ValueReader(self).read(GridCell(GridReference(row: 1, column: 1), .text(text)))
    return read.value == .number(number) && read.note == note ? text : nil
  }
}

extension FormDefinition {
  /// Whether the form is the official one for `year`.
  fileprivate func covers(_ year: Int) -> Bool {
    (firstYear ?? Int.min) <= year && year <= (lastYear ?? Int.max)
  }
}

extension Finding {
  fileprivate static func missingField(
    _ label: String, _ field: FieldName, cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "row.missing", severity: .error,
      message: Phrase(
        zh: "没有“\(label)”（\(field)），没有读入；没有数字的写 null",
        en:
          "“\(label)” (\(field)) is not there, so it was not read; write null where there is no number"
      ),
      cells: cells)
  }
}
