import ArgumentParser
import Languages

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

  func perform() throws -> ExitStatus { .done }
}
