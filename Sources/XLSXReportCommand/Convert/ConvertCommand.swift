import ArgumentParser
import Languages

/// `xlsxreport convert`: any workbook or CSV, no form involved.
struct ConvertCommand: StatusCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convert",
      abstract: Phrase(
        zh: "任意工作簿或 CSV 转成 .csv、.tsv、.xlsx、.ndjson，不涉及统计表",
        en: "Convert any workbook or CSV to .csv, .tsv, .xlsx or .ndjson; no form involved"
      ).text)
  }

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var replaceOptions: ReplaceOptions
  @OptionGroup var languageOptions: LanguageOptions

  func perform() throws -> ExitStatus { .done }
}
