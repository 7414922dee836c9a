import ArgumentParser
import Diagnostics

/// `xlsxreport rules`: every rule, explained.
struct RulesCommand: ParsableCommand {
  /// The output formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// JSON, one object per line.
    case json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: Phrase(
        zh: "全部规则：查什么、为什么、依据、例子、怎样改",
        en: "Every rule: what it checks, why, its source, an example, how to mend it"
      ).text,
      discussion: Phrase(
        zh: """
          例：
            xlsxreport rules
            xlsxreport rules explain requests.balance
          """,
        en: """
          Examples:
            xlsxreport rules
            xlsxreport rules explain requests.balance
          """
      ).text,
      subcommands: [RulesListCommand.self, RulesExplainCommand.self],
      defaultSubcommand: RulesListCommand.self)
  }
}
