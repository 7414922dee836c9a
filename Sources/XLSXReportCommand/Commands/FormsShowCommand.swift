import ArgumentParser
import Diagnostics
import Documents
import ReportModel
import Templates

/// `xlsxreport forms show`: one form, in full.
struct FormsShowCommand: StatusCommand {
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
      zh: "输出形式；json 为定义文件本身",
      en: "The form of the answer; json is the definition itself."))
  var format: FormsCommand.Format = .text

  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus {
    let choice = try FormChoice(form)
    let definition = try choice.form
    switch format {
    case .text: try StandardStream.output.write(Self.text(definition))
    case .json: try StandardStream.output.write(Self.bytes(of: definition, named: form))
    }
    return .done
  }

  /// The definition's own bytes.
  private static func bytes(of definition: FormDefinition, named: String) throws -> [UInt8] {
    for (_, json) in Templates.definitions where try FormDefinition(json: json) == definition {
      return json
    }
    return try Input(path: named).bytes()
  }

  private static func text(_ form: FormDefinition) -> String {
    var lines = [
      "\(form.id)  \(form.title)", Phrase(zh: "依据：", en: "source: ").text + form.source,
      Phrase(zh: "年度：", en: "years: ").text + form.years.text,
    ]
    for part in form.parts {
      switch part {
      case .section(let section): lines += ["", "\(section.id)  \(section.label)"]
      case .table(let table): lines += Self.lines(of: table)
      }
    }
    guard !form.relations.isEmpty else { return shown(lines) }
    lines += ["", Phrase(zh: "勾稽关系", en: "relations").text]
    let width = form.relations.map { TerminalText.width(of: $0.rule.name) }.max() ?? 0
    for relation in form.relations {
      let name = TerminalText.padded(relation.rule.name, columns: width)
      lines.append("  \(name)  \(relation.severity.rawValue)  \(relation.statement.text)")
    }
    return shown(lines)
  }

  private static func shown(_ lines: [String]) -> String {
    lines.map { $0.withControlsEscaped + "\n" }.joined()
  }

  private static func lines(of table: FormTable) -> [String] {
    var lines = ["", "\(table.id)  \(table.label)", "  " + Phrase(zh: "列", en: "columns").text]
    let columnWidth = table.columns.map { TerminalText.width(of: $0.id) }.max() ?? 0
    for column in table.columns {
      let label = column.path.joined(separator: " / ")
      lines.append("    \(TerminalText.padded(column.id, columns: columnWidth))  \(label)")
    }
    lines.append("  " + Phrase(zh: "行", en: "rows").text)
    let rowWidth = table.rows.map { TerminalText.width(of: $0.id) }.max() ?? 0
    for row in table.rows {
      let label = row.path.joined(separator: " / ")
      let columns = row.columns.map { "  [\($0.joined(separator: " "))]" } ?? ""
      lines.append("    \(TerminalText.padded(row.id, columns: rowWidth))  \(label)\(columns)")
    }
    return lines
  }
}
