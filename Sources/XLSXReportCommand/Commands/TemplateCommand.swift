import ArgumentParser
import Diagnostics
import Documents
import FormWriting
import ReportModel

/// `xlsxreport template`: an empty workbook to fill in.
struct TemplateCommand: StatusCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "template",
      abstract: Phrase(
        zh: "生成可填的空表（.xlsx），带填报说明和实时校验",
        en: "Write an empty template (.xlsx) to fill in, with instructions and live checks"
      ).text,
      discussion: Phrase(
        zh: """
          例：
            xlsxreport template -o 空表.xlsx
            xlsxreport template -o 2026.xlsx --agency 某某局 --year 2026 --previous 2025.xlsx
          """,
        en: """
          Examples:
            xlsxreport template -o blank.xlsx
            xlsxreport template -o 2026.xlsx --agency 'Some Office' --year 2026 --previous 2025.xlsx
          """
      ).text)
  }

  @Option(
    name: .shortAndLong,
    help: .text(zh: "输出文件（.xlsx）", en: "The output (.xlsx).", value: "out.xlsx"),
    completion: .file(extensions: ["xlsx"]))
  var output: String

  @Option(help: .text(zh: "机关名称，先填好", en: "The agency, filled in.", value: "name"))
  var agency: String?

  @Option(help: .text(zh: "年度，先填好", en: "The year, filled in.", value: "year"))
  var year: Int?

  @Option(
    help: .text(
      zh: "上年的年报：把结转下年度填到上年结转",
      en: "Last year's report: what it carried over is filled in as carried in.", value: "file"),
    completion: .file())
  var previous: String?

  @Option(
    help: .text(
      zh: "统计表的编号，或自己的定义文件；默认最新的表",
      en: "The form's id, or a definition file of your own; default: the newest form.",
      value: "id|path"),
    completion: .file(extensions: ["json"]))
  var form: String?

  @OptionGroup var inputOptions: InputOptions
  @OptionGroup var replaceOptions: ReplaceOptions
  @OptionGroup var languageOptions: LanguageOptions

  mutating func validate() throws {
    guard output.fileNameExtension == "xlsx" else {
      throw ValidationError(
        zh: "空表只写成 .xlsx，输出文件名“\(output)”要以 .xlsx 结尾",
        en: "a template is an .xlsx; the output's name '\(output)' must end in .xlsx")
    }
    if let year, !(1900...2999).contains(year) {
      throw ValidationError(
        zh: "年度要在 1900 到 2999 之间，而不是 \(year)",
        en: "--year wants a year from 1900 to 2999, not \(year)")
    }
  }

  func perform() throws -> ExitStatus {
    let pipeline = try ImportPipeline(form: form, inputOptions)
    let definition = try pipeline.choice.form
    let last = try previous.map { try pipeline.forPrevious.report($0) }
    let file = try Failure.naming(output) {
      try OutputFile(
        path: output, replacing: replaceOptions.force,
        inputs: InputFiles([previous, form].compactMap { $0 }),
        sources: InputFiles([previous].compactMap { $0 }))
    }
    try Failure.naming(output) {
      try ReportWorkbook.writeTemplate(
        definition,
        options: FormLayout.Options(agency: agency, year: year, previous: last?.report),
        to: file.temporaryPath)
      try file.commit()
    }
    let otherAgency = agency.flatMap { agency in
      last.flatMap {
        Finding.previousAgency(Report(form: definition.id, agency: agency), $0.report)
      }
    }
    if var finding = otherAgency, let previous {
      finding.file = previous
      StandardStream.errors.draw(FindingText(language: .current).text(finding))
    }
    return last?.printFindings() ?? .done
  }
}
