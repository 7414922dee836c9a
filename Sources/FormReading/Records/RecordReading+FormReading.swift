import Diagnostics
import Documents
import ReportModel

extension RecordReading {
  /// The reading of the long layout, with all its findings.
  func reading(_ document: GridDocument, file: String) -> FormReading {
    var reading = FormReading(
      definition: definition, report: report, findings: [], places: places,
      score: Double(places.count) / Double(max(1, definition.fields.count)), candidates: [],
      tables: definition.tables.compactMap(tablePlace), looseLabels: [])
    reading.identity = ReportIdentity(of: report, TitleReader(definition))
    reading.candidates = [FormScore(form: definition.id, score: reading.score)]
    for (field, _, isSame) in repeated where !isSame {
      reading.report.tables[field.table]?[field] = nil
    }
    reading.report.source = Report.Source(
      file: file, kind: document.kind, producer: document.producer)
    for section in definition.sections where report.sections[section.id] == nil {
      reading.report.sections[section.id] = ""
    }
    reading.findings = findings(of: reading)
    for index in reading.findings.indices { reading.findings[index].file = file }
    return reading
  }

  /// The reading of a document in the grid layout, completed by the records outside the tables.
  func completing(_ reading: FormReading) -> FormReading {
    guard reading.definition == definition else { return reading }
    var reading = reading
    // The tables were located one by one, but all are in one grid.
    for field in reading.places.keys { reading.places[field]?.grid = 0 }
    reading.identity = ReportIdentity(of: report, TitleReader(definition))
    reading.report.agency = report.agency
    reading.report.title = report.title
    reading.report.year = report.year
    reading.report.contact = report.contact
    for section in definition.sections {
      reading.report.sections[section.id] = report.sections[section.id] ?? ""
    }
    reading.report.notes.merge(report.notes) { _, noted in noted }
    let noted = reading.findings.filter { $0.rule == "value.note" }.flatMap(\.cells)
    for var finding in noteFindings(reading, except: Set(noted.compactMap(\.field))) {
      finding.file = reading.report.source?.file ?? ""
      reading.findings.append(finding)
    }
    return reading
  }

  /// The findings about the notes that the records have beside the values.
  private func noteFindings(_ reading: FormReading, except fields: Set<String>) -> [Finding] {
    definition.tables.flatMap(\.cells).flatMap { field, _, column -> [Finding] in
      guard let note = reading.report.notes[field], let value = reading.report[field],
        !fields.contains(field.description)
      else { return [] }
      return column.remarks(on: value, note: note).map {
        .value($0, label: definition.label(of: field), cell: reading.cell(field))
      }
    }
  }

  private func tablePlace(_ table: FormTable) -> TablePlace? {
    let found = table.fields.compactMap { places[$0]?.position }
    guard let range = GridRange.bounding(found), let place = places.values.first else { return nil }
    return TablePlace(
      table: table.id, sheet: place.sheet,
      range: "\(range.topLeft.row):\(range.topLeft.column):\(range.bottomRight.row)",
      evidence: .names, layout: .list, found: found.count, fields: table.fields.count)
  }

  private func findings(of reading: FormReading) -> [Finding] {
    var findings = remarks.map { field, remark in
      Finding.value(remark, label: definition.label(of: field), cell: reading.cell(field))
    }
    findings += noteFindings(reading, except: Set(remarks.map(\.field.description)))
    for table in definition.tables {
      let missing = table.fields.filter { places[$0] == nil }
      let cells = missing.map { FindingCell(field: $0.description) }
      if missing.count == table.fields.count {
        findings.append(.missingTable(table.label, cells: cells))
        continue
      }
      for (field, cell) in zip(missing, cells) {
        findings.append(.missingLine(definition.label(of: field), name: field, cells: [cell]))
      }
    }
    findings += repeated.map { field, place, isSame in
      let label = definition.label(of: field)
      let both: Places = [reading.places[field]?.reference ?? "", place]
      return LocatingIssue(
        kind: isSame
          ? .sameDuplicate(label, places: both) : .duplicateLabel(label, places: both),
        cells: [reading.cell(field)]
      ).finding
    }
    findings += unknownLines.map { name, place in
      Finding.strangeLine(name, place: place, cells: [FindingCell(reference: place)])
    }
    return findings
  }
}

extension Finding {
  fileprivate static func missingLine(
    _ label: String, name: FieldName, cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "row.missing", severity: .error,
      message: Phrase(
        zh: "没有“\(label)”（\(name)）这一行，没有读入；没有数字的也要保留该行",
        en:
          "there is no line for “\(label)” (\(name)), so it was not read; keep the line even when blank"
      ),
      cells: cells)
  }

  fileprivate static func strangeLine(
    _ name: String, place: String, cells: [FindingCell]
  ) -> Finding {
    Finding(
      rule: "value.unusedNumber", severity: .warning,
      message: Phrase(
        zh: "\(place) 的“\(name)”不是本表的指标，没有读入；请核对前三列的名称",
        en:
          "“\(name)” at \(place) is no field of the form and was not read; check the first three columns"
      ),
      cells: cells)
  }
}
