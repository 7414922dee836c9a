import ArgumentParser
import Diagnostics
import Documents
import ReportModel

/// `xlsxreport forms lint`: the check of a definition.
struct FormsLintCommand: StatusCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "lint",
      abstract: Phrase(
        zh: "检查一个定义文件，说出每一处不对", en: "Check a definition file; tell all that is wrong"
      ).text)
  }

  @Argument(
    help: .text(
      zh: "定义文件（JSON）；- 为标准输入", en: "The definition (JSON); - is stdin.", value: "file"),
    completion: .file(extensions: ["json"]))
  var file: String

  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus {
    let bytes = try Failure.naming(file) {
      try Input(path: file, limits: .standard).bytes()
    }
    let problems = FormDefinition.problems(in: bytes)
    let lines = problems.map { "\(file): \($0.phrase.text)".withControlsEscaped + "\n" }
    try StandardStream.output.write(lines.joined())
    if problems.isEmpty {
      StandardStream.errors.say(
        "\(file): " + Phrase(zh: "没有问题", en: "nothing is wrong").text)
    }
    return problems.isEmpty ? .done : .findings
  }
}
