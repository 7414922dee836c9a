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
}
