import ArgumentParser
import Languages

/// `xlsxreport forms`: the forms it knows.
struct FormsCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "forms",
      abstract: Phrase(
        zh: "认得的统计表；检查自己写的定义文件",
        en: "List the forms it knows, show one, or check a definition of your own"
      ).text,
      subcommands: [List.self, Show.self, Lint.self], defaultSubcommand: List.self)
  }

  /// The forms that a list is printed in.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// JSON.
    case json
  }

  /// `xlsxreport forms list`: all of them, a line each.
  struct List: StatusCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "list",
        abstract: Phrase(zh: "列出认得的统计表", en: "List the forms it knows").text)
    }

    @Option(name: .shortAndLong, help: .text(zh: "输出形式", en: "The form of the answer."))
    var format: Format = .text

    @OptionGroup var languageOptions: LanguageOptions

    func perform() throws -> ExitStatus { .done }
  }

  /// `xlsxreport forms show`: one of them, in full.
  struct Show: StatusCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "show",
        abstract: Phrase(
          zh: "列出一种统计表的表、行、列和勾稽关系",
          en: "Show a form's tables, rows, columns and relations"
        ).text)
    }

    @Argument(
      help: .text(
        zh: "统计表的编号，或自己的定义文件", en: "The form's id, or a definition file.",
        value: "id|path"),
      completion: .file(extensions: ["json"]))
    var form: String

    @Option(
      name: .shortAndLong,
      help: .text(
        zh: "输出形式；json 为定义文件本身", en: "The form of the answer; json is the definition itself."))
    var format: Format = .text

    @OptionGroup var languageOptions: LanguageOptions

    func perform() throws -> ExitStatus { .done }
  }

  /// `xlsxreport forms lint`: a definition's own check.
  struct Lint: StatusCommand {
    static var configuration: CommandConfiguration {
      CommandConfiguration(
        commandName: "lint",
        abstract: Phrase(
          zh: "检查一个定义文件，说出每一处不对", en: "Check a definition file; tell all that is wrong"
        ).text)
    }

    @Argument(
      help: .text(zh: "定义文件（JSON）", en: "The definition (JSON).", value: "file"),
      completion: .file(extensions: ["json"]))
    var file: String

    @OptionGroup var languageOptions: LanguageOptions

    func perform() throws -> ExitStatus { .done }
  }
}
