import ArgumentParser
import Diagnostics

/// `xlsxreport forms`: the known forms.
struct FormsCommand: ParsableCommand {
  /// The output formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// JSON.
    case json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forms",
      abstract: Phrase(
        zh: "认得的统计表；检查自己写的定义文件",
        en: "List the forms it knows, show one, or check a definition of your own"
      ).text,
      discussion: Phrase(
        zh: """
          例：
            xlsxreport forms
            xlsxreport forms show gov-info-disclosure-2021
            xlsxreport forms lint 我的定义.json
          """,
        en: """
          Examples:
            xlsxreport forms
            xlsxreport forms show gov-info-disclosure-2021
            xlsxreport forms lint my-definition.json
          """
      ).text,
      subcommands: [FormsListCommand.self, FormsShowCommand.self, FormsLintCommand.self],
      defaultSubcommand: FormsListCommand.self)
  }
}
