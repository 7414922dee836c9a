import ArgumentParser
import DelimitedText
import Diagnostics

/// `xlsxreport convert`: any workbook or CSV, independent of forms.
struct ConvertCommand: StatusCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "convert",
      abstract: Phrase(
        zh: "任意工作簿或 CSV 转成 .csv、.tsv、.xlsx、.ndjson，不涉及统计表",
        en: "Convert any workbook or CSV to .csv, .tsv, .xlsx or .ndjson; no form involved"
      ).text,
      discussion: Phrase(
        zh: """
          例：
            xlsxreport convert 表.xlsx -o 表.csv                 第一张可见的工作表
            xlsxreport convert 表.xlsx --all-sheets --to csv -o 目录
            xlsxreport convert 数据.csv -o 数据.xlsx             身份证号、前导零保持原样
            xlsxreport convert 表.xlsx --to ndjson -o - | jq .   每个单元格一行 JSON
          """,
        en: """
          Examples:
            xlsxreport convert book.xlsx -o book.csv             the first visible sheet
            xlsxreport convert book.xlsx --all-sheets --to csv -o folder
            xlsxreport convert data.csv -o data.xlsx             identifiers stay as they are
            xlsxreport convert book.xlsx --to ndjson -o - | jq . one JSON object a cell
          """
      ).text)
  }

  /// The values that are written to delimited text.
  enum Values: String, ExpressibleByArgument, CaseIterable {
    /// The stored value.
    case stored
    /// The displayed value.
    case displayed
  }

  /// The path by which a workbook is read.
  enum Reader: String, ExpressibleByArgument, CaseIterable {
    /// The scanners, with libxml2 as the fallback.
    case scanner
    /// libxml2 alone.
    case libxml2
  }

  @Argument(
    help: .text(
      zh: "输入：.xlsx .xlsm .xltx .xltm .csv .tsv .ndjson；- 为标准输入",
      en: "The input: .xlsx .xlsm .xltx .xltm .csv .tsv .ndjson; - is stdin.", value: "in"),
    completion: .file())
  var input: String

  @Option(
    name: [.short, .long],
    help: .text(zh: "输出；- 为标准输出", en: "The output; - is stdout.", value: "path"),
    completion: .file())
  var output: String?

  @Option(
    help: .text(
      zh: "输出格式；默认按输出的扩展名；null 只数单元格",
      en: "The output's format; default: by its extension. null only counts cells.",
      value: "csv|tsv|xlsx|ndjson|null"))
  var to: ConvertFormat?

  @Option(
    help: .text(
      zh: "工作表的名称或序号（从 1 起）；转 CSV 时默认第一张可见的",
      en: "A sheet, by name or by number from 1; for CSV the default is the first visible one.",
      value: "name|index"))
  var sheet: String?

  @Flag(
    help: .text(
      zh: "每张工作表写一个文件，放进输出文件夹", en: "Write a file for each sheet into the output folder."))
  var allSheets = false

  @Option(
    help: .text(
      zh: "输入文字的编码，如 gb18030；默认自动识别（BOM、UTF-8、UTF-16、GB18030）",
      en: "The encoding of text read; default: detected (BOM, UTF-8, UTF-16, GB18030).",
      value: "name"),
    completion: .list(["utf-8", "utf-16le", "utf-16be", "gb18030"]))
  var encoding: String?

  @Option(
    help: .text(
      zh: "CSV 的分隔符：一个字符，或 tab、comma、semicolon；读 CSV 时默认自动识别",
      en: """
        The delimiter of CSV: a character, or tab, comma, semicolon; default when reading: detected.
        """,
      value: "char"))
  var delimiter: String?

  @Option(
    help: .text(
      zh: "CSV 输出的编码；默认写文件用 utf-8-bom，写管道用 utf-8",
      en: "The encoding of CSV written; default: utf-8-bom to a file, utf-8 to a pipe.",
      value: "utf-8-bom|utf-8|utf-16|gb18030"))
  var outputEncoding: OutputEncoding?

  @Option(
    help: .text(
      zh: "CSV 里写存储的值，还是屏幕上显示的样子",
      en: "Whether CSV gets the values stored, or as a person sees them.",
      value: "stored|displayed"))
  var values = Values.stored

  @Flag(
    help: .text(
      zh: "不给像公式的文字加撇号，读时也不去掉",
      en: "Put no apostrophe before text that looks like a formula, and take none off."))
  var noFormulaGuard = false

  /// Only for measuring: both paths return the same cells.
  @Option(
    help: .text(
      zh: "用哪个读取器读工作簿，用于测量", en: "Which reader reads workbooks, for measuring.",
      visibility: .hidden))
  var reader = Reader.scanner

  @OptionGroup var limitOptions: LimitOptions
  @OptionGroup var replaceOptions: ReplaceOptions
  @OptionGroup var languageOptions: LanguageOptions

  mutating func validate() throws {
    let format = try resolvedFormat()
    if allSheets {
      guard format.isDelimited, let output, output != "-", sheet == nil else {
        throw ValidationError(
          zh: "--all-sheets 用于 csv 和 tsv，要用 -o 给出文件夹，不能和 --sheet 同用",
          en: "--all-sheets is for csv and tsv, needs a folder by -o, and goes without --sheet")
      }
    }
    if outputEncoding != nil, !format.isDelimited {
      throw ValidationError(
        zh: "--output-encoding 只用于 csv 和 tsv", en: "--output-encoding is for csv and tsv only")
    }
    if let delimiter, Dialect(name: delimiter) == nil {
      throw ValidationError(
        zh: "--delimiter 要一个字符（不能是字母、数字、引号），或 tab、comma、semicolon，而不是“\(delimiter)”",
        en: """
          --delimiter wants one character, no letter, digit or quote, \
          or tab, comma, semicolon; not '\(delimiter)'
          """)
    }
    if let encoding {
      do { _ = try TextEncoding(named: encoding) } catch {
        throw ValidationError(zh: error.phrase.zh, en: error.phrase.en)
      }
    }
    if values == .displayed, !format.isDelimited {
      throw ValidationError(
        zh: "--values displayed 只用于 csv 和 tsv", en: "--values displayed is for csv and tsv only")
    }
  }

  func perform() throws -> ExitStatus {
    let format = try resolvedFormat()
    let output = output ?? "-"
    var conversion = Conversion(input: input, output: output, format: format)
    conversion.sheet = sheet
    conversion.allSheets = allSheets
    conversion.isDisplayed = values == .displayed
    conversion.usesScanner = reader == .scanner
    conversion.isReplacing = replaceOptions.force
    conversion.reading.limits = limitOptions.limits
    conversion.reading.encoding = try encoding.map { try TextEncoding(named: $0) }
    conversion.reading.dialect = readingDialect
    conversion.reading.removesFormulaGuard = !noFormulaGuard
    conversion.writing.dialect = writingDialect(format)
    conversion.writing.guardsFormulas = !noFormulaGuard
    conversion.writing.encoding = outputEncoding ?? (output == "-" ? .utf8 : .utf8WithMark)
    conversion.writing.lineEnding = output == "-" ? .lineFeed : .carriageReturnLineFeed
    try conversion.run()
    return .done
  }

  /// The format that `--to` or the output's extension names.
  private func resolvedFormat() throws -> ConvertFormat {
    if let to { return to }
    guard let output, let format = ConvertFormat(path: output) else {
      throw ValidationError(
        zh: "看不出要转成什么；请用 -o 给出 .csv .tsv .xlsx .ndjson 文件，或用 --to 指明",
        en: "cannot tell what to convert to; give -o a .csv .tsv .xlsx .ndjson file, or say --to")
    }
    return format
  }

  /// The delimiter to read with, if one is given.
  private var readingDialect: Dialect? {
    if let delimiter { return Dialect(name: delimiter) }
    let name = input.lowercased()
    return name.hasSuffix(".tsv") || name.hasSuffix(".tab") ? .tab : nil
  }

  /// The delimiter to write with: the given one, unless it is the input's own.
  private func writingDialect(_ format: ConvertFormat) -> Dialect {
    if format == .tsv { return .tab }
    let isTextInput = ConvertFormat(path: input).map { $0.isDelimited } ?? false
    return isTextInput ? .comma : delimiter.flatMap { Dialect(name: $0) } ?? .comma
  }
}

extension OutputEncoding: ExpressibleByArgument {}
