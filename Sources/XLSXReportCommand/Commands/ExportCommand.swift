import ArgumentParser
import Diagnostics
import Documents
import FormReading
import FormWriting
import ReportModel

/// `xlsxreport export`: report → workbook, CSV or JSON.
struct ExportCommand: StatusCommand {
  /// The layouts of a CSV.
  enum Layout: String, ExpressibleByArgument, CaseIterable {
    /// One line per field.
    case long
    /// The sheets, below each other.
    case grid

    /// The library's layout.
    var records: RecordLayout {
      switch self {
      case .long: .long
      case .grid: .grid
      }
    }
  }

  /// The kinds of output, by the output's extension.
  private enum Kind: String {
    case xlsx, csv, json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "export",
      abstract: Phrase(
        zh: "把年报（JSON 或任何可读的文件）写成 .xlsx、.csv 或 .json",
        en: "Write a report (JSON, or any submission) as .xlsx, .csv or .json"
      ).text,
      discussion: Phrase(
        zh: """
          例：
            xlsxreport export 年报.json -o 年报.xlsx
            xlsxreport export 表.xlsx -o 表.csv --layout grid
            xlsxreport export 年报.json -o 报出.xlsx --template 本单位.xlsx
          """,
        en: """
          Examples:
            xlsxreport export report.json -o report.xlsx
            xlsxreport export form.xlsx -o form.csv --layout grid
            xlsxreport export report.json -o out.xlsx --template office.xlsx
          """
      ).text)
  }

  @Argument(
    help: .text(
      zh: "年报 JSON，或任何可读的文件；- 为标准输入",
      en: "A report as JSON, or any submission; - is stdin.", value: "report"),
    completion: .file())
  var report: String

  @Option(
    name: .shortAndLong,
    help: .text(
      zh: "输出文件；种类由扩展名定：.xlsx、.csv、.json；- 为标准输出（JSON）",
      en: "The output; its extension tells the kind: .xlsx, .csv or .json; - is stdout (JSON).",
      value: "out"),
    completion: .file(extensions: ["xlsx", "xlsm", "csv", "json"]))
  var output: String

  @Option(
    help: .text(
      zh: "填写这个工作簿，而不是自带的空表；输出与它同扩展名",
      en: "Fill in this workbook instead of ours; the output has its extension.",
      value: "office.xlsx"),
    completion: .file(extensions: ["xlsx", "xlsm", "xltx", "xltm"]))
  var template: String?

  @Option(
    help: .text(
      zh: "CSV 的排法：long 一行一个字段，grid 同表格",
      en: "How a CSV is laid out: long is a line a field, grid is as the sheets are."))
  var layout: Layout = .long

  @Flag(
    inversion: .prefixedNo,
    help: .text(
      zh: "CSV 里以 = + - @ 开头的文字前加 '，以免被当公式执行",
      en: "Put ' before text in a CSV that a spreadsheet would run as a formula."))
  var formulaGuard = true

  @Flag(
    help: .text(
      zh: "按表式的勾稽关系由各分项重新计算总计；改了哪些，写在标准错误输出上",
      en:
        "Calculate the totals anew out of their parts, by the form's relations; stderr says which changed."
    ))
  var recomputeTotals = false

  @OptionGroup var formOptions: FormOptions
  @OptionGroup var inputOptions: InputOptions
  @OptionGroup var replaceOptions: ReplaceOptions
  @OptionGroup var languageOptions: LanguageOptions

  mutating func validate() throws {
    if let template, let expected = Self.workbookExtension(of: template), output != "-" {
      guard output.fileNameExtension == expected else {
        throw ValidationError(
          zh: "--template 是 .\(expected) 工作簿，换了扩展名 Excel 打不开；输出文件名“\(output)”要以 .\(expected) 结尾",
          en: """
            --template is an .\(expected) workbook, which Excel does not open by another name; \
            let the output '\(output)' end in .\(expected)
            """)
      }
      return
    }
    guard kind != nil else {
      throw ValidationError(
        zh: "从“\(output)”看不出要写成什么；输出文件名要以 .xlsx、.csv 或 .json 结尾",
        en:
          "'\(output)' does not tell what to write; the output's name must end in .xlsx, .csv or .json"
      )
    }
  }

  /// The extension of a workbook's path; nil for a path without a workbook's extension.
  private static func workbookExtension(of path: String) -> String? {
    let name = path.fileNameExtension
    return SubmissionKind.workbookExtensions.contains(name) ? name : nil
  }

  func perform() throws -> ExitStatus {
    var pipeline = try ImportPipeline(form: formOptions.form, inputOptions)
    pipeline.checksRelations = false
    var taken = try pipeline.report(report)
    if recomputeTotals { try recomputeTotals(of: &taken) }
    let file = try Failure.naming(output) {
      try OutputFile(
        path: output, replacing: replaceOptions.force,
        inputs: InputFiles([report, template, formOptions.form].compactMap { $0 }),
        sources: InputFiles([report, template].compactMap { $0 }))
    }
    if let template {
      try fill(template, with: taken, pipeline, to: file)
    } else {
      try Failure.naming(output) { try write(taken, to: file) }
    }
    try Failure.naming(output) { try file.commit() }
    return taken.printFindings()
  }

  private var kind: Kind? {
    if output == "-" { return .json }
    return Kind(rawValue: output.fileNameExtension)
  }

  /// Recalculates the totals of `taken` and reports which of them changed.
  private func recomputeTotals(of taken: inout ImportedReport) throws(Failure) {
    let definition = taken.definition
    let totals = try Failure.naming(report) { try taken.report.recomputeTotals(by: definition) }
    for total in totals {
      let label = definition.label(of: total.field)
      StandardStream.errors.say(
        Phrase(
          zh: "\(report)：“\(label)”按各分项重新计算，由 \(total.before.described(.zh)) 改为 \(total.after)",
          en: """
            \(report): “\(label)” was calculated anew from its parts and changed from \
            \(total.before.described(.en)) to \(total.after)
            """
        ).text)
    }
    guard totals.isEmpty else { return }
    StandardStream.errors.say(
      Phrase(zh: "\(report)：总计都与分项相符，没有改动", en: "\(report): all totals agree with their parts").text
    )
  }

  /// Fills the report into a user's own workbook and reports what that has no place for.
  private func fill(
    _ template: String, with taken: ImportedReport, _ pipeline: ImportPipeline, to file: OutputFile
  ) throws(Failure) {
    let found = try pipeline.report(template)
    try Failure.naming(template) {
      guard let document = found.document, let reading = found.reading,
        let workbook = found.workbook
      else {
        throw Failure(
          .data,
          Phrase(
            zh: "不是工作簿，无法填写；--template 要的是 .xlsx 或 .xlsm",
            en: "is no workbook that could be filled in; --template takes an .xlsx or .xlsm"))
      }
      guard found.definition.id == taken.definition.id else {
        throw Failure(
          .data,
          Phrase(
            zh: "表式是 \(found.definition.id)，年报是 \(taken.definition.id)，不能互填",
            en: "holds the form \(found.definition.id), but the report is \(taken.definition.id)"))
      }
      let leftovers = try OfficeTemplate(
        workbook, document: document, reading: reading, limits: pipeline.reader.limits
      ).fill(taken.report, to: file.temporaryPath)
      let names = leftovers.fields.map(\.description) + leftovers.sections.map { "section.\($0)" }
      guard !names.isEmpty else { return }
      StandardStream.errors.say(
        Phrase(
          zh: "\(template)：没有地方填写 \(names.count) 项：\(names.joined(separator: "、"))",
          en: "\(template): has no place for \(names.count): \(names.joined(separator: ", "))"
        ).text)
    }
  }

  private func write(_ taken: ImportedReport, to file: OutputFile) throws {
    switch kind {
    case .xlsx:
      try ReportWorkbook.write(taken.report, taken.definition, to: file.temporaryPath)
    case .csv:
      try file.write(
        ReportCSV.bytes(
          taken.report, taken.definition, layout: layout.records, guardsFormulas: formulaGuard))
    case .json, nil:
      try file.write(ReportJSON.text(taken.report, taken.definition))
    }
  }
}
