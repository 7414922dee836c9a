import Findings
import Grids
import Languages
import ReportModel

extension FormReading {
  /// Takes the reading of our own long CSV for that of a submission: every value stands under its name,
  /// so there is nothing to look for.
  ///
  /// - Parameters:
  ///   - records: The lines; nil is given for those of the grid layout, whose tables are found by labels.
  ///   - file: The name that findings give the submission.
  package init?(_ records: RecordReading, file: String) {
    guard records.layout == .long else { return nil }
    let definition = records.definition
    var findings = records.remarks.map { remark in
      Finding.value(
        remark.remark, label: definition.label(of: remark.field),
        cell: FindingCell(
          reference: records.places[remark.field]?.reference, field: remark.field.description,
          value: records.report[remark.field].map(FindingValue.init) ?? .blank))
    }
    findings += definition.tables.filter { records.report.tables[$0.id] == nil }.map { table in
      Finding.missingTable(table.label, cells: [])
    }
    findings += Self.gaps(records)
    findings += records.repeated.map { Finding.repeated($0.field, row: $0.row) }
    findings += records.strangers.map { Finding.stranger($0.name, row: $0.row) }
    for index in findings.indices { findings[index].file = file }
    self.init(
      definition: definition, report: records.report, findings: findings, places: records.places,
      score: 1, candidates: [FormScore(form: definition.id, score: 1)],
      tables: definition.tables.compactMap { TablePlace($0, records) }, looseLabels: [])
  }

  /// Takes over what the head block and the headings of our own grid CSV say beside its tables.
  package mutating func take(_ records: RecordReading) {
    guard records.layout == .grid, records.definition.id == definition.id else { return }
    report.agency = records.report.agency
    report.year = records.report.year
    report.title = records.report.title
    report.contact = records.report.contact
    report.sections.merge(records.report.sections) { $1 }
    report.notes.merge(records.report.notes) { $1 }
  }

  /// The fields that have no line although their table has some.
  private static func gaps(_ records: RecordReading) -> [Finding] {
    records.definition.tables.filter { records.report.tables[$0.id] != nil }.flatMap { table in
      table.fields.filter { records.places[$0] == nil }.map { field in
        Finding.missingLine(field, label: records.definition.label(of: field))
      }
    }
  }
}

extension TablePlace {
  fileprivate init?(_ table: FormTable, _ records: RecordReading) {
    let rows = table.fields.compactMap { records.places[$0]?.position.row }
    guard let first = rows.min(), let last = rows.max() else { return nil }
    self.init(
      table: table.id, sheet: "", range: "\(first):5–\(last):5", evidence: .names, layout: .list,
      found: rows.count, fields: table.fields.count)
  }
}

extension Finding {
  fileprivate static func missingLine(_ field: FieldName, label: String) -> Finding {
    Finding(
      rule: "row.missing", severity: .error,
      message: Phrase(
        zh: "没有“\(label)”这一行（\(field)），没有读入",
        en: "there is no line for “\(label)” (\(field)), so it was not read"),
      cells: [FindingCell(field: field.description)])
  }

  fileprivate static func repeated(_ field: FieldName, row: Int) -> Finding {
    Finding(
      rule: "label.ambiguous", severity: .error,
      message: Phrase(
        zh: "字段 \(field) 在第 \(row) 行又出现一次；读入的是前一次，请只保留一行",
        en: "the field \(field) comes again in line \(row); the first one was read, keep one line"),
      cells: [FindingCell(reference: "\(row):5", field: field.description)])
  }

  fileprivate static func stranger(_ name: String, row: Int) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .warning,
      message: Phrase(
        zh: "第 \(row) 行的“\(name)”不是这种统计表的字段，没有读入",
        en: "“\(name)” in line \(row) is no field of this form; it was not read"),
      cells: [FindingCell(reference: "\(row):5")])
  }
}
