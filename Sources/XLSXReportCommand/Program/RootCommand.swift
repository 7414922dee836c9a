import ArgumentParser
import Diagnostics

/// `xlsxreport`: the parent of all commands.
struct RootCommand: ParsableCommand {
  /// The program's name.
  static let name = "xlsxreport"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: name,
      abstract: Phrase(
        zh: "政府信息公开年报统计表：读取、核对勾稽关系、导出和转换",
        en: "Read, check, write and convert the statistical forms of government agencies"
      ).text,
      discussion: Phrase(
        zh: """
          例：
            xlsxreport import 表.xlsx                  读成 JSON，问题写到标准错误
            xlsxreport check 收到的文件夹              逐个核对，只列问题
            xlsxreport template -o 空表.xlsx           生成可填的空表
            xlsxreport export 年报.json -o 年报.xlsx   从 JSON 生成填好的表
            xlsxreport convert 任意表.xlsx -o 表.csv   不涉及统计表的普通转换
          """,
        en: """
          Examples:
            xlsxreport import form.xlsx                   JSON on stdout, findings on stderr
            xlsxreport check inbox                        a folder: findings only
            xlsxreport template -o blank.xlsx             an empty template to fill in
            xlsxreport export report.json -o report.xlsx  a filled-in form from JSON
            xlsxreport convert any.xlsx -o any.csv        plain conversion, no form involved
          """
      ).text,
      version: "\(name) \(Version.number)",
      subcommands: [
        ImportCommand.self, CheckCommand.self, ExportCommand.self, TemplateCommand.self,
        ConvertCommand.self, InspectCommand.self, DiffCommand.self, FormsCommand.self,
        RulesCommand.self,
      ])
  }

  @OptionGroup var languageOptions: LanguageOptions
}
