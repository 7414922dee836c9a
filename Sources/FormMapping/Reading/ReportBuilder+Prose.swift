import Findings
import ReportModel

extension ReportBuilder {
  /// Reads the sections, the title, the agency and the year by the form's `labels`.
  mutating func readProse(by labels: ProseLabels, relevant: Set<Int>) {
    let parts = definition.tables.flatMap { located.tables[$0.id]?.parts ?? [] }
    let lines = TextLines(document, tables: parts, relevant: relevant, labels.texts)
    var reader = ProseReader(document, labels)
    reader.read(lines)
    report.sections = reader.sections
    report.title = reader.head.title
    report.agency = reader.head.agency
    report.year = reader.head.year
    report.contact = reader.head.contact
    let rank = { (id: String) in self.definition.order.firstIndex(of: id) ?? 0 }
    guard reader.order.map(rank) != reader.order.map(rank).sorted() else { return }
    let labels = reader.order.compactMap { id in
      definition.sections.first { $0.id == id }?.label
    }
    findings.append(.sectionOrder(labels, cells: []))
  }

  /// Says where the form is not the one for the report's year.
  mutating func judgeYear(among library: FormLibrary) {
    guard let year = report.year, !definition.covers(year) else { return }
    let first = definition.firstYear.map(String.init) ?? ""
    let last = definition.lastYear.map(String.init) ?? ""
    let expected = library.forms.first { $0.title == definition.title && $0.covers(year) }
    findings.append(
      .layoutYear(
        year, source: definition.source, range: "\(first)–\(last)", expected: expected?.source))
  }
}

extension FormDefinition {
  /// Whether the form is the official one for `year`.
  fileprivate func covers(_ year: Int) -> Bool {
    (firstYear ?? Int.min) <= year && year <= (lastYear ?? Int.max)
  }
}
