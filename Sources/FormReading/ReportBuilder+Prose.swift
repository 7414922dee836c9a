import Documents
import ReportModel

extension ReportBuilder {
  /// Reads the sections, the title, the agency and the year by the labels of `form`.
  mutating func readProse(by form: PreparedForm, relevant: Set<Int>) {
    let labels = form.prose
    let parts = definition.tables.flatMap { located.tables[$0.id]?.parts ?? [] }
    let lines = TextLines(document, tables: parts, relevant: relevant, labels.texts)
    var reader = ProseReader(document, labels)
    reader.read(lines)
    report.sections = reader.sections
    for part in parts { reader.head.takeHeadings(in: part) }
    reader.head.takeSheets(Set(parts.map(\.grid)).sorted())
    identity = reader.head.identity
    report.title = reader.head.title
    report.agency = reader.head.agency
    report.year = reader.head.year
    report.contact = reader.head.contact
    if document.blocks.isEmpty {
      let sheets = reader.grids.union(relevant).union(parts.map(\.grid))
      let unused = reader.unused.filter { !reader.head.isTaken($0) }
      findings += UnusedText(document, form).findings(unused, sheets: sheets)
    }
    unifyRadicals()
    let rank = { (id: String) in self.definition.order.firstIndex(of: id) ?? 0 }
    guard reader.order.map(rank) != reader.order.map(rank).sorted() else { return }
    let misplaced = reader.order.compactMap { id in
      definition.sections.first { $0.id == id }?.label
    }
    findings.append(.sectionOrder(misplaced, cells: []))
  }

  /// Replaces the radicals in texts of PDF files by ideographs and reports them.
  private mutating func unifyRadicals() {
    let texts = [report.title, report.agency] + report.sections.values + report.contact.values
    guard texts.contains(where: Radicals.mayHold) else { return }
    let isTraditional = Radicals.isTraditional(texts)
    var radicals: [Unicode.Scalar] = []
    func unify(_ text: String) -> String {
      let unified = Radicals.unified(text, isTraditional: isTraditional)
      radicals += unified.radicals
      return unified.text
    }
    report.title = unify(report.title)
    report.agency = unify(report.agency)
    for section in definition.sections {
      if let text = report.sections[section.id] { report.sections[section.id] = unify(text) }
    }
    for contact in definition.contact {
      if let text = report.contact[contact.id] { report.contact[contact.id] = unify(text) }
    }
    if !radicals.isEmpty { findings.append(.variants(radicals)) }
  }
}
