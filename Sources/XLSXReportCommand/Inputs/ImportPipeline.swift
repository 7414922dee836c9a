import Diagnostics
import Documents
import FormReading
import ReportModel

/// The import pipeline: it makes a report of a file of any kind, or reports why it cannot.
struct ImportPipeline: Sendable {
  /// The forms that files are compared with.
  private(set) var choice: FormChoice
  private let formReader: FormReader
  private let checkers = RelationCheckers()
  /// The reader of submissions.
  let reader: SubmissionReader
  /// The disabled rules.
  var disabled = DisabledRules.none
  /// Last year's report.
  var previous: PreviousReport?
  /// Whether the relations are checked; otherwise only the findings of the reading are reported.
  var checksRelations = true

  /// Whether a report that is not filled in is a finding: for `import` and `check` alone.
  var judgesBlanks = false

  /// Whether external converters may convert files that are not read here.
  private let allowsConverters: Bool
  /// Whether the numbers in the prose are compared with the tables.
  var checksProse = false

  /// Makes a pipeline for the options of every command with inputs.
  ///
  /// - Parameters:
  ///   - form: The requested form; nil to recognise it.
  ///   - options: The options of reading inputs.
  ///   - comparesForms: Whether all forms are located, even after one that is found in full.
  /// - Throws: ``Failure`` for an unknown form.
  init(
    form: String?, _ options: InputOptions, comparesForms: Bool = false
  ) throws(Failure) {
    choice = try FormChoice(form)
    allowsConverters = options.allowConverters
    let limits = options.limitOptions.limits
    formReader = FormReader(choice.library, comparesForms: comparesForms, limits: limits)
    var reader = SubmissionReader(limits: limits, encoding: options.encoding)
    reader.readsOwnSheets = false
    self.reader = reader
  }

  /// The same pipeline for last year's report, which may be of another known form and is not checked itself.
  var forPrevious: ImportPipeline {
    var pipeline = self
    pipeline.choice = choice.withoutChoice
    pipeline.checksRelations = false
    return pipeline
  }

  /// Imports the file at `path`; `-` is stdin.
  func result(_ path: String) -> ImportResult {
    do {
      return .report(try report(path))
    } catch {
      return .failure(error)
    }
  }

  /// Imports the file at `path`; `-` is stdin.
  ///
  /// - Throws: ``Failure`` that names the file.
  func report(_ path: String) throws(Failure) -> ImportedReport {
    try Failure.naming(path) {
      let file = try Input(path: path, limits: reader.limits)
      let recognised = try reader.recognise(file)
      guard recognised.kind != .json else { return try json(file) }
      return try submission(file, content(of: file, recognised, reader))
    }
  }

  /// Imports `file`, even if no form is recognised in it.
  ///
  /// - Throws: ``Failure`` that names the file.
  func inspect(_ file: Input) throws(Failure) -> (
    document: GridDocument?, report: ImportedReport?, unrecognised: Phrase?
  ) {
    try Failure.naming(file.name) {
      var reader = reader
      reader.readsOwnSheets = true
      let recognised = try reader.recognise(file)
      guard recognised.kind != .json else { return (nil, try json(file), nil) }
      let content = try content(of: file, recognised, reader)
      do {
        return (content.document, try submission(file, content), nil)
      } catch let error as FormUnrecognised {
        return (content.document, nil, error.phrase)
      }
    }
  }

  /// The content of the file, converted by an external converter if that is needed and allowed.
  private func content(
    of file: Input, _ recognised: RecognisedSubmission, _ reader: SubmissionReader
  ) throws -> Content {
    guard allowsConverters, case .foreign(let foreign) = recognised.kind,
      let converted = try ExternalConverter.converted(file, foreign, limits: reader.limits)
    else {
      return Content(
        document: try reader.read(file, recognised),
        workbook: recognised.kind == .workbook ? file : nil)
    }
    let kind = try reader.recognise(converted)
    return Content(
      document: try reader.read(converted, kind),
      workbook: kind.kind == .workbook ? converted : nil)
  }

  /// The content of a file.
  private struct Content {
    let document: GridDocument
    /// The workbook that it was read from.
    let workbook: Input?
  }

  private func submission(_ file: Input, _ content: Content) throws -> ImportedReport {
    let document = content.document
    let reading = try formReader.read(
      document, file: file.name, form: choice.chosen ?? named(document))
    var report = reading.report
    report.source = Report.Source(
      file: file.baseName.shownFileName, kind: document.kind, producer: document.producer)
    let findings =
      reading.findings
      + check(
        report, reading.definition, identity: reading.identity, file: file.name, cell: reading.cell
      ) { field in
        reading.content(of: field, in: document)
      }
    return ImportedReport(
      definition: reading.definition, report: report,
      findings: findings.filter { !disabled.contains($0.rule) }.map(\.withoutNamelessSheets),
      document: document, reading: reading, workbook: content.workbook)
  }

  /// The form that one of our own workbooks names in its properties.
  private func named(_ document: GridDocument) -> String? {
    document.properties["xlsxreport.form"].flatMap { choice.library.ids.contains($0) ? $0 : nil }
  }

  private func json(_ file: Input) throws -> ImportedReport {
    let report = try ReportJSON.read(
      file.bytes(limits: reader.limits), in: choice.library)
    guard let definition = choice.library.form(report.form) else {
      throw Failure(
        .data, Phrase(zh: "没有“\(report.form)”这种统计表", en: "there is no form '\(report.form)'"))
    }
    let reading = formReader.read(report, definition, file: file.name)
    let findings =
      reading.findings
      + check(
        report, definition, identity: reading.identity, file: file.name, cell: reading.cell
      ) { _ in .other }
    return ImportedReport(
      definition: definition, report: report,
      findings: findings.filter { !disabled.contains($0.rule) }, document: nil, reading: nil,
      workbook: nil)
  }

  private func check(
    _ report: Report, _ definition: FormDefinition, identity: ReportIdentity, file: String,
    cell: (FieldName) -> FindingCell, content: (FieldName) -> FieldContent
  ) -> [Finding] {
    guard checksRelations else { return [] }
    let checkers = checkers.checkers(of: definition, disabled: disabled.names)
    var findings = checkers.identity.check(report, identity, file: file)
    if judgesBlanks { findings += checkers.blanks.check(report, file: file, cell: cell) }
    findings += checkers.relations.check(
      report, previous: previous?.report, file: file, cell: cell,
      previousCell: { previous?.cell($0) ?? FindingCell(field: $0.description) },
      content: content)
    guard checksProse else { return findings }
    return findings
      + ProseChecker(definition, disabled: disabled.names).check(report, file: file, cell: cell)
  }
}

extension Finding {
  /// The finding without a sheet if the sheet has no name, as in a text.
  fileprivate var withoutNamelessSheets: Finding {
    var finding = self
    for index in finding.cells.indices where finding.cells[index].sheet?.isEmpty == true {
      finding.cells[index].sheet = nil
    }
    return finding
  }
}
