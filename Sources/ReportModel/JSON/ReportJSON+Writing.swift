#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
extension ReportJSON {
  /// The report as JSON, indented by two spaces, with a line break at the end.
  package static func text(_ report: Report, _ definition: FormDefinition) -> String {
    var writer = ReportWriter(isIndented: true)
    writer.write(report, definition)
    return writer.json.text + "\n"
  }

  /// The report as JSON in one line without a line break, for NDJSON.
  package static func line(_ report: Report, _ definition: FormDefinition) -> String {
    var writer = ReportWriter(isIndented: false)
    writer.write(report, definition)
    return writer.json.text
  }
}

/// Writes a report's members in order, with or without line breaks.
private struct ReportWriter {
  let isIndented: Bool
  var json = JSONWriter()
  private var depth = 0
  private var isFirst = true

  init(isIndented: Bool) { self.isIndented = isIndented }

  mutating func write(_ report: Report, _ definition: FormDefinition) {
    object {
      $0.member("form", report.form)
      $0.member("title", report.title)
      $0.member("agency", report.agency)
      $0.next("year")
      $0.json.raw(report.year.map(String.init) ?? "null")
      if let source = report.source { $0.write(source) }
      $0.texts("contact", definition.contact.map(\.id), report.contact)
      $0.next("sections")
      $0.object { writer in
        for section in definition.partSections {
          writer.member(section.id, report.sections[section.id] ?? "")
        }
      }
      $0.next("tables")
      $0.object { writer in
        for table in definition.partTables {
          writer.next(table.id)
          writer.write(table, report.tables[table.id])
        }
      }
      guard !report.notes.isEmpty else { return }
      let names = definition.fields.map(\.description)
      $0.texts(
        "notes", names,
        Dictionary(report.notes.map { ($0.key.description, $0.value) }) { first, _ in first })
    }
  }

  private mutating func write(_ source: Report.Source) {
    next("source")
    object {
      $0.member("file", source.file)
      $0.member("kind", source.kind)
      if let producer = source.producer { $0.member("producer", producer) }
    }
  }

  private mutating func write(_ table: FormTable, _ values: [FieldName: FieldValue]?) {
    guard let values else { return json.raw("null") }
    object { writer in
      for (row, fields) in zip(table.rows, table.fieldsByRow) {
        writer.next(row.id)
        writer.object { writer in
          for field in fields {
            writer.next(field.column)
            writer.write(values[field] ?? .blank)
          }
        }
      }
    }
  }

  private mutating func write(_ value: FieldValue) {
    switch value {
    case .number(let number): json.raw(number.text)
    case .blank: json.raw("null")
    case .notApplicable: json.string("/")
    case .unreadable(let text): object { $0.member("text", text) }
    }
  }

  /// Writes the non-empty texts in the order of `ids`, then those that the form does not have.
  private mutating func texts(_ name: String, _ ids: [String], _ texts: [String: String]) {
    let texts = texts.filter { !$0.value.isEmpty }
    guard !texts.isEmpty else { return }
    let known = ids.filter { texts[$0] != nil }
    let others = Set(texts.keys).subtracting(known).sorted()
    next(name)
    object { writer in
      for id in known + others { writer.member(id, texts[id] ?? "") }
    }
  }

  private mutating func member(_ name: String, _ text: String) {
    next(name)
    json.string(text)
  }

  /// Begins the next member of the object being written.
  private mutating func next(_ name: String) {
    if !isFirst { json.raw(",") }
    breakLine()
    json.name(name, isSpaced: isIndented)
    isFirst = false
  }

  private mutating func object(_ members: (inout ReportWriter) -> Void) {
    json.raw("{")
    depth += 1
    isFirst = true
    members(&self)
    depth -= 1
    if !isFirst { breakLine() }
    isFirst = false
    json.raw("}")
  }

  private mutating func breakLine() {
    guard isIndented else { return }
    json.lineBreak(indent: 2 * depth)
  }
}

extension FormDefinition {
  /// The sections in the form's order.
  var partSections: [FormSection] {
    order.compactMap { id in sections.first { $0.id == id } }
  }

  /// The tables in the form's order.
  var partTables: [FormTable] { order.compactMap(table) }
}
