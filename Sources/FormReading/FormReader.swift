package import Diagnostics
package import Documents
package import ReportModel

/// Reads a report out of a submission.
///
/// Tables are located by their labels, wherever they are; the defined names of our own templates take
/// precedence where they exist. What is not certain is not read, and a finding reports it.
package struct FormReader: Sendable {
  private let library: FormLibrary
  private let prepared: PreparedForms
  private let texts = KnownTexts()
  /// Whether all forms are located, even if the first is found in full.
  private let comparesForms: Bool
  private let limits: Limits

  /// The least ``FormReading/score`` at which a form is recognised.
  private static let leastScore = 0.08

  /// The least score at which a form is recognised in a document that names a form that the library does not
  /// have.
  private static let leastForeignScore = 0.5

  /// Makes a reader of the forms in `library`.
  ///
  /// - Parameters:
  ///   - library: The forms.
  ///   - comparesForms: Whether all forms are located, so that ``FormReading/candidates`` has them all;
  ///     otherwise the search ends at a form that is found in full.
  ///   - limits: The safety limits.
  package init(
    _ library: FormLibrary, comparesForms: Bool = false, limits: Limits = .standard
  ) {
    self.library = library
    prepared = PreparedForms(library)
    self.comparesForms = comparesForms
    self.limits = limits
  }

  /// Reads the report that `document` holds.
  ///
  /// - Parameters:
  ///   - document: The submission.
  ///   - file: The name that findings give the submission.
  ///   - form: The id of the form to read; nil to recognise it.
  /// - Returns: The report, the places of its fields, and the findings of the reading.
  /// - Throws: ``FormUnrecognised`` where no table of a form is found; `LimitExceeded` of `label-texts` and
  ///   `label-cells`.
  package func read(
    _ document: GridDocument, file: String, form: String? = nil
  ) throws -> FormReading {
    try reading(of: document, file: file, form: form).judged(among: library, file: file)
  }

  /// Returns the reading that a document with the values of `report` would have.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - definition: Its form.
  ///   - file: The name that findings give the file.
  /// - Returns: The reading, in which no field has a place.
  package func read(_ report: Report, _ definition: FormDefinition, file: String) -> FormReading {
    FormReading(report, definition, file: file).judged(among: library, file: file)
  }

  private func reading(
    of document: GridDocument, file: String, form: String?
  ) throws -> FormReading {
    let wanted = form.map { [$0] } ?? library.ids
    let document = document.withoutGeneratedSheets
    let records = RecordReading(document) { wanted.contains($0) ? library.form($0) : nil }
    guard let records else { return try locate(document, wanted, file: file) }
    switch records.layout {
    case .long: return records.reading(document, file: file)
    case .grid:
      let tables = records.withoutText(document)
      return records.completing(try locate(tables, [records.definition.id], file: file))
    }
  }

  /// Locates the tables by their names and labels.
  private func locate(
    _ document: GridDocument, _ wanted: [String], file: String
  ) throws -> FormReading {
    let forms = wanted.lazy.compactMap(library.form).map { prepared($0) }
    guard let first = forms.first else { throw unrecognised([], document) }
    let comparesForms = comparesForms || !library.isLargest(wanted[0], among: wanted)
    if wanted.count == 1, let template = UnchangedTemplate(first, document) {
      return reading(
        document, [LocatedForm(template)], relevant: template.grids, file: file)
    }
    let own = try DocumentViews(document, [first], texts, limits: limits)
    var located = LocatedForm(first)
    while !located.isComplete, comparesForms || located.isWhole { try located.locateNext(in: own) }
    if located.isComplete, located.isWhole, !comparesForms {
      return reading(document, [located], relevant: own.grids, file: file)
    }
    let all = Array(forms)
    let views = all.count > 1 ? try own.extended(to: all) : own
    // Other forms' labels may make further grids relevant to the first form.
    let again = views.grids == own.grids ? located : LocatedForm(first)
    let ranked = try ranked([again] + all.dropFirst().map { LocatedForm($0) }, in: views)
    let least = madeFor(document) == nil ? Self.leastScore : Self.leastForeignScore
    guard ranked[0].score >= least else { throw unrecognised(all, document) }
    return reading(document, ranked, relevant: views.grids, file: file)
  }

  /// Locates `forms` in `views`, and orders them by how well the document fits them, the best first.
  ///
  /// Unless all are compared, a form is left as soon as it cannot be the best.
  private func ranked(
    _ forms: [LocatedForm], in views: DocumentViews
  ) throws(LimitExceeded) -> [LocatedForm] {
    var forms = forms
    while let next = forms.indices.filter({ !forms[$0].isComplete })
      .max(by: { forms[$0].mostScore < forms[$1].mostScore })
    {
      let best = forms.lazy.filter(\.isComplete).map(\.score).max() ?? 0
      guard comparesForms || forms[next].mostScore + Self.roundingError >= best else { break }
      try forms[next].locateNext(in: views)
    }
    return forms.filter(\.isComplete).sorted { ($0.score, $0.weight) > ($1.score, $1.weight) }
  }

  /// More than two sums of the same scores differ by.
  private static let roundingError = 1e-9

  /// Reads the report of the first of `located`.
  private func reading(
    _ document: GridDocument, _ located: [LocatedForm], relevant: Set<Int>, file: String
  ) -> FormReading {
    var builder = ReportBuilder(document, located[0])
    builder.readTables()
    builder.readProse(by: prepared(builder.definition), relevant: relevant)
    var report = builder.report
    report.source = Report.Source(file: file, kind: document.kind, producer: document.producer)
    var findings = builder.findings
    for index in findings.indices { findings[index].file = file }
    return FormReading(
      definition: builder.definition, report: report, findings: findings, places: builder.places,
      score: located[0].score,
      candidates: located.map { FormScore(form: $0.definition.id, score: $0.score) },
      tables: builder.tables, looseLabels: builder.loose, identity: builder.identity)
  }

  /// The form that our own workbook or delimited text names, if the library does not have it.
  private func madeFor(_ document: GridDocument) -> String? {
    let named = document.properties["xlsxreport.form"] ?? RecordReading.form(of: document)
    return named.flatMap { library.ids.contains($0) ? nil : $0 }
  }

  private func unrecognised(_ forms: [PreparedForm], _ document: GridDocument) -> FormUnrecognised {
    FormUnrecognised(
      forms: forms.map(\.definition.id),
      tables: forms.first?.definition.orderedTables.map(\.label) ?? [],
      sheets: document.grids.map(\.name), madeFor: madeFor(document))
  }
}
