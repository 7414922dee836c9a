import ArgumentParser
import Findings
import JSONText
import Languages
import ReportModel

/// `xlsxreport rules list`: all of them, a line each.
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
      return "\(name)  \(severity)  \(rule.what.text)\n"
    }.joined()
  }

  private static func json(_ rule: Rule) -> String {
    var json = JSONWriter()
    json.raw("{\"rule\":")
    json.string(rule.id.name)
    json.raw(",\"severity\":")
    json.string(rule.severity.rawValue)
    let parts = [
      ("what", rule.what), ("why", rule.why), ("source", rule.source), ("example", rule.example),
      ("mend", rule.mend),
    ]
    for (name, phrase) in parts {
      json.raw(",\"\(name)\":{\"zh\":")
      json.string(phrase.zh)
      json.raw(",\"en\":")
      json.string(phrase.en)
      json.raw("}")
    }
    json.raw("}\n")
    return json.text
  }
}
