import ArgumentParser
import Diagnostics

/// `xlsxreport import`: submission → report.
struct ImportCommand: StatusCommand {
  /// The output formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// The report as JSON, indented.
    case json
    /// One report per line.
    case ndjson
    /// Our long layout; of several files, one row per agency.
    case csv
    /// A drawing for people.
    case table
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "import",
      abstract: Phrase(
        zh: "读一份报来的文件，输出年报（JSON）",
        en: "Read a submission; print the report as JSON and what is wrong with it"
      ).text,
      discussion: Phrase(
        zh: """
          年报写到标准输出，问题写到标准错误。几个文件时一行一份（NDJSON），读不了的不影响其余。

          例：
            xlsxreport import 表.xlsx > 年报.json
            xlsxreport import 今年.xlsx --previous 去年.json --strict
            xlsxreport import 收到的文件夹 -f csv -o 汇总.csv
            cat 表.csv | xlsxreport import - --encoding gb18030 -f table
          """,
        en: """
          The report goes to stdout, findings go to stderr. Several files give a report a line (NDJSON), \
          and one that cannot be read does not stop the others.

          Examples:
            xlsxreport import form.xlsx > report.json
            xlsxreport import this.xlsx --previous last.json --strict
            xlsxreport import inbox -f csv -o all.csv
            cat form.csv | xlsxreport import - --encoding gb18030 -f table
          """
      ).text)
  }

  @OptionGroup var filesOptions: FilesOptions

  @Option(
    name: .shortAndLong,
    help: .text(
      zh: "年报写到哪里；- 为标准输出", en: "Where the report goes; - is stdout.", value: "path"),
    completion: .file())
  var output = "-"

  @Option(
    name: .shortAndLong,
    help: .text(
      zh: "年报的形式；默认 json，几个文件时 ndjson",
      en: "The report's form; default: json, and ndjson for several files."))
  var format: Format?

  @OptionGroup var formOptions: FormOptions
  @OptionGroup var findingOptions: FindingOptions
  @OptionGroup var inputOptions: InputOptions
  @OptionGroup var replaceOptions: ReplaceOptions
  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus {
    let batch = try Batch(
      files: filesOptions, form: formOptions.form, findingOptions, input: inputOptions,
      reportsTo: output, findingsTo: nil, replacing: replaceOptions.force)
    let reports = try ReportOutput(
      output, format, isSeveral: batch.inputs.isSeveral, replacing: replaceOptions.force,
      inputs: batch.inputFiles, sources: batch.sources)
    let status = try batch.run { try reports.write($0, $1) }
    try reports.finish()
    return status
  }
}
