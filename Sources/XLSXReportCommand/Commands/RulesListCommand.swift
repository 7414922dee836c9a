import ArgumentParser
import Diagnostics
import ReportModel

/// `xlsxreport rules list`: all rules, one line each.
struct RulesListCommand: StatusCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Phrase(zh: "列出全部规则", en: "List all rules").text)
  }

  @Option(
    name: .shortAndLong,
    help: .text(
      zh: "输出形式；json 为一行一个对象",
      en: "The form of the answer; json is one object per line."))
  var format: RulesCommand.Format = .text

  @OptionGroup var rulesOptions: RulesOptions
  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus {
    let rules = try rulesOptions.rules()
    switch format {
    case .text: try StandardStream.output.write(Self.text(rules))
    case .json: try StandardStream.output.write(rules.map(Self.json).joined())
    }
    return .done
  }

  private static func text(_ rules: [Rule]) -> String {
    let width = rules.map { TerminalText.width(of: $0.id.name) }.max() ?? 0
    return rules.map { rule in
      let name = TerminalText.padded(rule.id.name, columns: width)
      let severity = TerminalText.padded(rule.severity.rawValue, columns: 7)
      return "\(name)  \(severity)  \(rule.what.text)".withControlsEscaped + "\n"
    }.joined()
  }

  private static func json(_ rule: Rule) -> String {
    func both(_ phrase: Phrase) -> JSONTree {
      ["zh": .string(phrase.zh), "en": .string(phrase.en)]
    }
    let tree: JSONTree = [
      "rule": .string(rule.id.name), "severity": .string(rule.severity.rawValue),
      "what": both(rule.what), "why": both(rule.why), "source": both(rule.source),
      "example": both(rule.example), "mend": both(rule.mend),
    ]
    return tree.line + "\n"
  }
}
