import Diagnostics
import FormReading
import ReportModel

/// An inspection as text for people.
struct InspectionText {
  private var lines: [String] = []

  /// The lines.
  static func text(_ inspection: Inspection, withFields: Bool) -> String {
    var text = InspectionText()
    text.addFile(inspection)
    text.addSheets(inspection)
    if let readingPaths = inspection.readingPaths { text.addReadingPaths(readingPaths) }
    if let imported = inspection.imported {
      text.addForm(imported)
      if withFields { text.addFields(imported) }
    } else if let phrase = inspection.unrecognised {
      text.add(zh: "统计表", en: "form", phrase.text)
    }
    return text.lines.joined(separator: "\n") + "\n"
  }

  private mutating func addFile(_ inspection: Inspection) {
    lines.append(inspection.file.withControlsEscaped)
    add(zh: "种类", en: "kind", inspection.kind)
    let bytes = inspection.byteCount
    add(zh: "大小", en: "size", Phrase(zh: "\(bytes) 字节", en: "\(bytes) bytes").text)
    if let producer = inspection.producer { add(zh: "由何程序写出", en: "written by", producer) }
    if let encoding = inspection.encoding { add(zh: "编码", en: "encoding", encoding) }
    if inspection.paragraphs > 0 {
      add(zh: "段落", en: "paragraphs", "\(inspection.paragraphs)")
    }
  }

  private mutating func addSheets(_ inspection: Inspection) {
    guard !inspection.sheets.isEmpty else { return }
    add(zh: "表", en: "sheets", "\(inspection.sheets.count)")
    for sheet in inspection.sheets {
      let facts = Phrase(
        zh: [
          "\(sheet.cells) 个单元格", sheet.formulas > 0 ? "\(sheet.formulas) 个公式" : "",
          sheet.merges > 0 ? "\(sheet.merges) 处合并" : "", sheet.isHidden ? "隐藏" : "",
        ].filter { !$0.isEmpty }.joined(separator: "，"),
        en: [
          "\(sheet.cells) cells", sheet.formulas > 0 ? "\(sheet.formulas) formulas" : "",
          sheet.merges > 0 ? "\(sheet.merges) merged" : "", sheet.isHidden ? "hidden" : "",
        ].filter { !$0.isEmpty }.joined(separator: ", "))
      addItem([sheet.name, sheet.range ?? "", facts.text])
    }
  }

  private mutating func addReadingPaths(_ readingPaths: ReadingPaths) {
    add(zh: "读取方式", en: "read", "")
    for part in readingPaths.parts {
      let name = part.sheet ?? Phrase(zh: "（共享字符串）", en: "(shared strings)").text
      addItem([name, part.readingPath.phrase.text])
    }
  }

  private mutating func addForm(_ imported: ImportedReport) {
    let definition = imported.definition
    add(zh: "统计表", en: "form", "\(definition.id)  \(definition.title)")
    let identity = imported.reading?.identity
    if !imported.report.agency.isEmpty {
      add(zh: "机关", en: "agency", imported.report.agency + words(identity?.agencyStatement))
    }
    if let year = imported.report.year {
      add(zh: "年度", en: "year", "\(year)" + words(identity?.yearStatement))
    }
    if let reading = imported.reading { addEvidence(reading) }
    add(zh: "问题", en: "findings", FindingSummary(imported.findings).counts.text)
  }

  /// The text that decided, with its position.
  private func words(_ statement: IdentityStatement?) -> String {
    guard let statement else { return "" }
    let evidence = statement.evidence.phrase
    let place = [statement.sheet, statement.reference].compactMap { $0 }.filter { !$0.isEmpty }
      .joined(separator: "!")
    return Phrase(
      zh: "  （\(evidence.zh)“\(statement.excerpt)”\(place.isEmpty ? "" : "，\(place)")）",
      en: "  (\(evidence.en) “\(statement.excerpt)”\(place.isEmpty ? "" : ", \(place)"))"
    ).text
  }

  private mutating func addEvidence(_ reading: FormReading) {
    add(
      zh: "相符程度", en: "fit",
      reading.candidates.isEmpty
        ? percent(reading.score)
        : reading.candidates.map { "\($0.form) \(percent($0.score))" }.joined(separator: "  "))
    add(zh: "表格", en: "tables", "\(reading.tables.count)")
    for table in reading.tables {
      let evidence: Phrase =
        switch table.evidence {
        case .names: Phrase(zh: "凭模板的名称", en: "by the template's names")
        case .labels: Phrase(zh: "凭行列标题", en: "by its labels")
        }
      let share = Phrase(
        zh: "\(table.fields) 个字段中的 \(table.found) 个",
        en: "\(table.found) of \(table.fields) fields")
      let place = table.sheet.isEmpty ? table.range : "\(table.sheet)!\(table.range)"
      addItem([table.table, place, evidence.text, share.text])
    }
    guard !reading.looseLabels.isEmpty else { return }
    add(zh: "不完全一致的标题", en: "labels matched loosely", "\(reading.looseLabels.count)")
    for label in reading.looseLabels {
      let place = label.sheet.isEmpty ? label.reference : "\(label.sheet)!\(label.reference)"
      addItem([place, "“\(label.text)”", "→", "“\(label.label)”", percent(label.score)])
    }
  }

  private mutating func addFields(_ imported: ImportedReport) {
    add(zh: "字段", en: "fields", "\(imported.definition.fields.count)")
    for field in imported.definition.fields {
      let cell = imported.cell(field)
      let value =
        switch cell.value {
        case .number(let number): "\(number)"
        case .blank: ""
        case .text(let text): text
        }
      addItem([field.description, cell.place.isEmpty ? "—" : cell.place, value])
    }
  }

  private mutating func add(zh: String, en: String, _ value: String) {
    let name = TerminalText.padded(Phrase(zh: zh, en: en).text, columns: 12)
    lines.append(TerminalText.trimmingEnd(of: "  \(name)  \(value)".withControlsEscaped))
  }

  private mutating func addItem(_ parts: [String]) {
    lines.append("    " + parts.filter { !$0.isEmpty }.joined(separator: "  ").withControlsEscaped)
  }

  private func percent(_ score: Double) -> String {
    score.isFinite ? "\(Int((min(max(score, 0), 1) * 100).rounded()))%" : "0%"
  }
}
