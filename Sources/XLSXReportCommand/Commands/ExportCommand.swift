import ArgumentParser
import Languages

/// `xlsxreport export`: report → workbook, CSV or JSON.
struct ExportCommand: StatusCommand {
  /// The layouts of a CSV.
  enum Layout: String, ExpressibleByArgument, CaseIterable {
    /// A line a field.
    case long
    /// The sheets, one below the other.
    case grid
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
      zh: "输出文件；种类由扩展名定：.xlsx、.csv、.json",
      en: "The output; its extension tells the kind: .xlsx, .csv or .json.", value: "out"),
    completion: .file(extensions: ["xlsx", "csv", "json"]))
  var output: String

  @Option(
    help: .text(
      zh: "填写这个工作簿，而不是自带的空表", en: "Fill in this workbook instead of ours.",
      value: "office.xlsx"),
    completion: .file(extensions: ["xlsx"]))
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

  @OptionGroup var formOptions: FormOptions
  @OptionGroup var inputOptions: InputOptions
  @OptionGroup var replaceOptions: ReplaceOptions
  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus { .done }
}
