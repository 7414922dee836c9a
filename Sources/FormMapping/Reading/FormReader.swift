import Findings
package import Grids
package import ReportModel

/// Reads a report out of whatever an agency sent in.
///
/// Tables are found by their labels wherever they stand; the defined names of our own templates are taken
/// as proof where they are there. What is not certain is not read, and a finding says so.
package struct FormReader: Sendable {
  private let library: FormLibrary
  private let prepared = PreparedForms()

  /// How well a document must fit a form for the form to be recognised.
  private static let leastScore = 0.08

  /// Makes a reader of the forms in `library`.
  package init(_ library: FormLibrary) { self.library = library }

  /// Reads the report that `document` holds.
  ///
  /// - Parameters:
  ///   - document: The submission.
  ///   - file: The name that findings give the submission.
  ///   - form: The id of the form to read; nil to recognise it.
  /// - Returns: The report, where its fields stand, and what is to be said about the reading.
  /// - Throws: ``FormUnrecognised`` where no table of a form is found.
  package func read(
    _ document: GridDocument, file: String, form: String? = nil
  ) throws -> FormReading {
    let wanted = form.map { id in library.form(id).map { [$0] } ?? [] } ?? library.forms
    let document = document.withoutOwnSheets
    guard let records = RecordReading(document, forms: wanted) else {
      return try locate(document, prepared(wanted), file: file)
    }
    switch records.layout {
    case .long: return records.reading(document, file: file)
    case .grid:
      let own = wanted.filter { $0.id == records.definition.id }
      let tables = records.withoutText(document)
      return records.completing(try locate(tables, prepared(own), file: file))
    }
  }

  /// Reads the tables by their names and labels.
  private func locate(
    _ document: GridDocument, _ wanted: [PreparedForm], file: String
  ) throws -> FormReading {
    if wanted.count == 1, let template = UnchangedTemplate(wanted[0], document) {
      return reading(
        document, [LocatedForm(template)], relevant: template.grids, file: file)
    }
    let views = DocumentViews(document, wanted)
    let located = wanted.map { LocatedForm($0, views) }.sorted {
      ($0.score, $0.weight) > ($1.score, $1.weight)
    }
    guard let best = located.first, best.score >= Self.leastScore else {
      throw unrecognised(wanted, document)
    }
    return reading(document, located, relevant: Set(views.views.map(\.grid)), file: file)
  }

  /// Reads the report of the first of `located`.
  private func reading(
    _ document: GridDocument, _ located: [LocatedForm], relevant: Set<Int>, file: String
  ) -> FormReading {
    var builder = ReportBuilder(document, located[0])
    builder.readTables()
    builder.readProse(relevant: relevant)
    builder.judgeYear(among: library)
    var report = builder.report
    report.source = Report.Source(file: file, kind: document.kind, producer: document.producer)
    var findings = builder.findings
    for index in findings.indices { findings[index].file = file }
    return FormReading(
      definition: builder.definition, report: report, findings: findings, places: builder.places,
      score: located[0].score,
      candidates: located.map { FormScore(form: $0.definition.id, score: $0.score) },
      tables: builder.tables, looseLabels: builder.loose)
  }

  private func unrecognised(_ forms: [PreparedForm], _ document: GridDocument) -> FormUnrecognised {
    FormUnrecognised(
      forms: forms.map(\.definition.id),
      tables: forms.first?.definition.orderedTables.map(\.label) ?? [],
      sheets: document.grids.map(\.name))
  }
}
