import ArgumentParser
import Languages

/// `xlsxreport rules`: every rule, explained.
struct RulesCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "rules",
      abstract: Phrase(
        zh: "全部规则：查什么、为什么、依据、例子、怎样改",
        en: "Every rule: what it checks, why, its source, an example, how to mend it"
      ).text,
      subcommands: [List.self, Explain.self], defaultSubcommand: List.self)
  }

  /// The forms that a list is printed in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// JSON.
    case json
  }

  /// `xlsxreport rules list`: all of them, a line each.
  struct List: StatusCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list",
        abstract: Phrase(zh: "列出全部规则", en: "List all rules").text)
    }

    @Option(name: .shortAndLong, help: .text(zh: "输出形式", en: "The form of the answer."))
    var format: Format = .text

    @OptionGroup var formOptions: FormOptions
    @OptionGroup var languageOptions: LanguageOptions

    func perform() throws -> ExitStatus { .done }
  }

  /// `xlsxreport rules explain`: one of them, in full.
  struct Explain: StatusCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "explain",
        abstract: Phrase(zh: "说明一条规则", en: "Explain a rule").text)
    }

    @Argument(
      help: .text(
        zh: "规则名，如 requests.balance", en: "The rule, such as requests.balance.", value: "rule"))
    var rule: String

    @OptionGroup var formOptions: FormOptions
    @OptionGroup var languageOptions: LanguageOptions

    func perform() throws -> ExitStatus { .done }
  }
}
