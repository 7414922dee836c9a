import ArgumentParser
import Diagnostics
import ReportModel

/// `xlsxreport forms list`: all forms, one line each.
struct FormsListCommand: StatusCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "list",
      abstract: Phrase(zh: "列出认得的统计表", en: "List the forms it knows").text)
  }

  @Option(
    name: .shortAndLong, help: .text(zh: "输出形式", en: "The form of the answer."))
  var format: FormsCommand.Format = .text

  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus {
    let forms = try FormChoice().library.forms
    switch format {
    case .text: try StandardStream.output.write(Self.text(forms))
    case .json: try StandardStream.output.write(Self.json(forms))
    }
    return .done
  }

  private static func text(_ forms: [FormDefinition]) -> String {
    forms.map { form in
      let count = form.fields.count
      return Phrase(
        zh: "\(form.id)  \(form.title)，\(form.source)，\(form.years.zh)，\(count) 个字段\n",
        en: "\(form.id)  \(form.title), \(form.source), \(form.years.en), \(count) fields\n"
      ).text
    }.joined()
  }

  private static func json(_ forms: [FormDefinition]) -> String {
    forms.map { form in
      let tree: JSONTree = [
        "id": .string(form.id), "title": .string(form.title), "source": .string(form.source),
        "firstYear": .integer(form.firstYear), "lastYear": .integer(form.lastYear),
        "fields": .integer(form.fields.count),
      ]
      return tree.line + "\n"
    }.joined()
  }
}

extension FormDefinition {
  /// The years for which it is the official form, in words.
  var years: Phrase {
    switch (firstYear, lastYear) {
    case (let first?, let last?): Phrase(zh: "\(first)—\(last) 年", en: "\(first)–\(last)")
    case (let first?, nil): Phrase(zh: "\(first) 年起", en: "from \(first) on")
    case (nil, let last?): Phrase(zh: "至 \(last) 年", en: "until \(last)")
    case (nil, nil): Phrase(zh: "不限年度", en: "any year")
    }
  }
}
