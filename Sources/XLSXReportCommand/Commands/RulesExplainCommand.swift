import ArgumentParser
import Diagnostics
import ReportModel

/// `xlsxreport rules explain`: one rule, in full.
struct RulesExplainCommand: StatusCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "explain",
      abstract: Phrase(zh: "说明一条规则", en: "Explain a rule").text)
  }

  @Argument(
    help: .text(
      zh: "规则名，如 requests.balance", en: "The rule, such as requests.balance.",
      value: "rule"))
  var rule: String

  @OptionGroup var rulesOptions: RulesOptions
  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus {
    let rules = try rulesOptions.rules()
    guard let found = rules.first(where: { $0.id.name == rule }) else {
      throw Failure.unknownRule(rule, known: rules.map(\.id))
    }
    try StandardStream.output.write(Self.text(found))
    return .done
  }

  private static func text(_ rule: Rule) -> String {
    let parts = [
      (Phrase(zh: "查什么", en: "What it checks"), rule.what),
      (Phrase(zh: "为什么", en: "Why"), rule.why),
      (Phrase(zh: "依据", en: "Source"), rule.source),
      (Phrase(zh: "例子", en: "Example"), rule.example),
      (Phrase(zh: "怎样改", en: "How to mend it"), rule.mend),
    ]
    let head = "\(rule.id.name.withControlsEscaped) (\(rule.severity.rawValue))\n"
    return parts.reduce(into: head) { text, part in
      let lines = TerminalText.wrapped(part.1.text, columns: 76).split(separator: "\n")
      text +=
        "\n\(part.0.text)\n" + lines.map { "    " + String($0).withControlsEscaped + "\n" }.joined()
    }
  }
}
