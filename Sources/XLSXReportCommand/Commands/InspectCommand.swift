import ArgumentParser
import Diagnostics
import Documents

/// `xlsxreport inspect`: the content of a file, its form, the positions, and the evidence.
struct InspectCommand: StatusCommand {
  /// The output formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// One object.
    case json
  }

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "inspect",
      abstract: Phrase(
        zh: "文件里有什么、是哪种统计表、在哪里、依据是什么",
        en: "Tell what is in a file, which form it holds, where, and why we think so"
      ).text,
      discussion: Phrase(
        zh: """
          例：
            xlsxreport inspect 表.xlsx
            xlsxreport inspect 表.xlsx --verbose
            xlsxreport inspect 表.csv --format json
          """,
        en: """
          Examples:
            xlsxreport inspect form.xlsx
            xlsxreport inspect form.xlsx --verbose
            xlsxreport inspect form.csv --format json
          """
      ).text)
  }

  @Argument(
    help: .text(
      zh: "要看的文件；- 为标准输入", en: "The file to look at; - is stdin.", value: "file"),
    completion: .file())
  var file: String

  @Option(
    name: .shortAndLong,
    help: .text(zh: "输出形式", en: "The form of the answer."))
  var format: Format = .text

  @Flag(
    name: .shortAndLong,
    help: .text(zh: "连同每个字段的位置", en: "With the place of every field."))
  var verbose = false

  @OptionGroup var formOptions: FormOptions
  @OptionGroup var inputOptions: InputOptions
  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus {
    let pipeline = try ImportPipeline(form: formOptions.form, inputOptions, comparesForms: true)
    let limits = inputOptions.limitOptions.limits
    let input = try Failure.naming(file) { try Input(path: file, limits: limits) }
    var inspection = try Inspection(input, pipeline)
    if verbose { inspection.readingPaths = ReadingPaths(input, limits: limits) }
    switch format {
    case .text:
      try StandardStream.output.write(InspectionText.text(inspection, withFields: verbose))
    case .json:
      try StandardStream.output.write(InspectionJSON.text(inspection, withFields: verbose))
    }
    return .done
  }
}
