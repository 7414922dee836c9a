import ArgumentParser
import DelimitedText
import Diagnostics

/// The options of reading inputs.
struct InputOptions: ParsableArguments {
  @OptionGroup var limitOptions: LimitOptions

  @Option(
    help: .text(
      zh: "CSV 和文本的编码，如 gb18030；默认自动识别（BOM、UTF-8、UTF-16、GB18030）",
      en: "The encoding of CSV and text; default: detected (BOM, UTF-8, UTF-16, GB18030).",
      value: "name"),
    completion: .list(["utf-8", "utf-16le", "utf-16be", "gb18030"]))
  var encoding: String?

  @Flag(
    help: .text(
      zh: "允许调用已安装的 pdftotext 和 soffice 读 .pdf、.xls、.et、.ods",
      en: "May call pdftotext and soffice, if installed, for .pdf, .xls, .et and .ods."))
  var allowConverters = false

  mutating func validate() throws {
    guard let encoding else { return }
    do { _ = try TextEncoding(named: encoding) } catch {
      throw ValidationError(zh: error.phrase.zh, en: error.phrase.en)
    }
  }
}
