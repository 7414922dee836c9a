import ArgumentParser
import Diagnostics
import ReportModel

/// `xlsxreport diff`: what changed between two reports, by field.
struct DiffCommand: StatusCommand {
  /// The output formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// One line each, for people.
    case text
    /// One object per line.
    case json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "diff",
      abstract: Phrase(
        zh: "两份年报有哪些字段不同（相同时返回 0，不同时返回 1）",
        en: "Tell what changed between two reports, by field (exit code 1: they differ)"
      ).text,
      discussion: Phrase(
        zh: """
          两边可以是不同种类的文件；从哪里读来不算不同。

          例：
            xlsxreport diff 初稿.xlsx 终稿.xlsx
            xlsxreport diff 年报.json 年报.xlsx --format json
          """,
        en: """
          The two may be files of different kinds; where a report was read from is no difference.

          Examples:
            xlsxreport diff draft.xlsx final.xlsx
            xlsxreport diff report.json report.xlsx --format json
          """
      ).text)
  }

  @Argument(
    help: .text(
      zh: "第一份（JSON 或任何可读的文件）", en: "The first report (JSON, or any submission).",
      value: "a"),
    completion: .file())
  var left: String

  @Argument(
    help: .text(zh: "第二份", en: "The second report.", value: "b"), completion: .file())
  var right: String

  @Option(
    name: .shortAndLong,
    help: .text(
      zh: "输出形式；json 为一行一个对象", en: "The form of the answer; json is one object per line."))
  var format: Format = .text

  @OptionGroup var formOptions: FormOptions
  @OptionGroup var inputOptions: InputOptions
  @OptionGroup var languageOptions: LanguageOptions

  mutating func validate() throws {
    guard left != "-" || right != "-" else {
      throw ValidationError(zh: "标准输入（-）只能用一次", en: "stdin (-) can be used once only")
    }
  }

  func perform() throws -> ExitStatus {
    var pipeline = try ImportPipeline(form: formOptions.form, inputOptions)
    pipeline.checksRelations = false
    let (a, b) = (try pipeline.report(left), try pipeline.report(right))
    _ = a.printFindings()
    _ = b.printFindings()
    let differences = a.report.differences(from: b.report, a.definition)
    switch format {
    case .text:
      try StandardStream.output.write(DifferenceOutput.text(differences, a.definition))
    case .json: try StandardStream.output.write(DifferenceOutput.json(differences))
    }
    return differences.isEmpty ? .done : .findings
  }
}
