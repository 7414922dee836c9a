import ArgumentParser
import Diagnostics

/// `xlsxreport check`: submission → findings.
struct CheckCommand: StatusCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "check",
      abstract: Phrase(
        zh: "核对报来的文件，只输出问题",
        en: "Read submissions as import does; print what is wrong with them, nothing else"
      ).text,
      discussion: Phrase(
        zh: """
          例：
            xlsxreport check 表.xlsx
            xlsxreport check 收到的文件夹 --findings sarif --findings-output 问题.sarif
            xlsxreport check 表.xlsx --disable requests.balance --strict
          """,
        en: """
          Examples:
            xlsxreport check form.xlsx
            xlsxreport check inbox --findings sarif --findings-output findings.sarif
            xlsxreport check form.xlsx --disable requests.balance --strict
          """
      ).text)
  }

  @OptionGroup var filesOptions: FilesOptions
  @OptionGroup var formOptions: FormOptions
  @OptionGroup var findingOptions: FindingOptions
  @OptionGroup var inputOptions: InputOptions
  @OptionGroup var replaceOptions: ReplaceOptions
  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus {
    let batch = try Batch(
      files: filesOptions, form: formOptions.form, findingOptions, input: inputOptions,
      findingsTo: "-", replacing: replaceOptions.force)
    return try batch.run { _, _ in }
  }
}
