import ArgumentParser
import Diagnostics

/// The options of checks and of the output of findings.
struct FindingOptions: ParsableArguments {
  /// The output formats.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    /// One line each, for people.
    case text
    /// One object per line.
    case json
    /// One SARIF 2.1.0 document.
    case sarif
  }

  @Option(
    help: .text(
      zh: "上年的年报（任何可读的种类）：增加跨年度的勾稽关系",
      en: "Last year's report, of any readable kind: adds the cross-year relations.",
      value: "file"),
    completion: .file())
  var previous: String?

  @Option(
    help: .text(
      zh: "问题的输出形式；json 为一行一个对象",
      en: "How findings are printed; json is one object per line."))
  var findings: Format = .text

  @Option(
    help: .text(zh: "问题写到这个文件", en: "Where findings go.", value: "path"),
    completion: .file())
  var findingsOutput: String?

  @Flag(help: .text(zh: "警告也算错误", en: "Warnings count as errors."))
  var strict = false

  @Option(
    help: .text(
      zh: "不检查这条规则（可重复）；名称见 xlsxreport rules",
      en: "Leave a rule out (repeatable); for names see xlsxreport rules.", value: "rule"))
  var disable: [String] = []

  @Flag(
    help: .text(
      zh: "把总体情况里的数字同表格对照（只给警告）",
      en: "Compare the numbers stated in the prose with the tables (warnings only)."))
  var checkProse = false

  @Option(
    help: .text(
      zh: "另存一份在单元格里标出问题的副本（多个文件时为文件夹）",
      en: "A copy of the submission with findings marked (a folder, for several files).",
      value: "out.xlsx"),
    completion: .file(extensions: ["xlsx"]))
  var annotate: String?

  @Flag(
    help: .text(
      zh: "多个文件时，没有错误和警告的也存副本",
      en: "Of several files, copy those without errors and warnings too."))
  var annotateAll = false

  mutating func validate() throws {
    guard !annotateAll || annotate != nil else {
      throw ValidationError(
        zh: "--annotate-all 要和 --annotate 同用", en: "--annotate-all goes with --annotate")
    }
  }
}
