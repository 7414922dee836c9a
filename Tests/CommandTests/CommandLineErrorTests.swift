import Foundation
import TestSupport
import Testing

/// A wrong command line ends with 64 and one line that says what to do.
struct CommandLineErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let zh: String
    let en: String

    init(_ arguments: String, zh: String, en: String) {
      self.arguments = arguments.split(separator: " ").map(String.init)
      self.zh = zh
      self.en = en
    }

    var testDescription: String { arguments.joined(separator: " ") }
  }

  private static let encodings = """
    UTF-8 UTF-16 UTF-16LE UTF-16BE GB18030 GBK GB2312 BIG5 BIG5-HKSCS SHIFT_JIS EUC-JP EUC-KR \
    ISO-8859-1 WINDOWS-1252
    """

  static let cases = [
    Case(
      "imprt x", zh: "没有“imprt”这个命令，是不是“import”？（全部命令见 xlsxreport --help）",
      en: "there is no command 'imprt'; did you mean 'import'? (see 'xlsxreport --help')"),
    Case(
      "frobnicate", zh: "没有“frobnicate”这个命令；可用的命令见 xlsxreport --help",
      en: "there is no command 'frobnicate'; see 'xlsxreport --help' for those there are"),
    Case(
      "rules explian x", zh: "没有“explian”这个命令，是不是“explain”？（全部命令见 xlsxreport rules --help）",
      en: "there is no command 'explian'; did you mean 'explain'? (see 'xlsxreport rules --help')"),
    Case(
      "import --fom x y", zh: "没有 --fom 这个选项，是不是 --form？（用法见 xlsxreport import --help）",
      en: "Unknown option '--fom'. Did you mean '--form'? (see 'xlsxreport import --help')"),
    Case(
      "import x --zzzzzzzz", zh: "没有 --zzzzzzzz 这个选项（用法见 xlsxreport import --help）",
      en: "Unknown option '--zzzzzzzz' (see 'xlsxreport import --help')"),
    Case(
      "export x", zh: "缺少参数 --output <out>（用法见 xlsxreport export --help）",
      en: "Missing expected argument '--output <out>' (see 'xlsxreport export --help')"),
    Case(
      "export x --output", zh: "--output <out> 后面缺少值（用法见 xlsxreport export --help）",
      en: "Missing value for '--output <out>' (see 'xlsxreport export --help')"),
    Case(
      "diff a b c", zh: "多出的参数“c”（用法见 xlsxreport diff --help）",
      en: "Unexpected argument 'c' (see 'xlsxreport diff --help')"),
    Case(
      "diff a b c d", zh: "多出的 2 个参数：“c”“d”（用法见 xlsxreport diff --help）",
      en: "2 unexpected arguments: 'c', 'd' (see 'xlsxreport diff --help')"),
    Case(
      "check x --findings xml",
      zh: "“xml”不能用于 --findings <findings>；可用的值：text、json、sarif（用法见 xlsxreport check --help）",
      en: """
        The value 'xml' is invalid for '--findings <findings>'. Please provide one of 'text', 'json' \
        or 'sarif'. (see 'xlsxreport check --help')
        """),
    Case(
      "check x --jobs many", zh: "“many”不能用于 --jobs <n>（用法见 xlsxreport check --help）",
      en: "The value 'many' is invalid for '--jobs <n>' (see 'xlsxreport check --help')"),
    Case(
      "check x --force=1", zh: "选项 --force 不带值，却给了“1”（用法见 xlsxreport check --help）",
      en: """
        The option '--force' does not take any value, but '1' was specified. \
        (see 'xlsxreport check --help')
        """),
    Case(
      "check x --jobs 0", zh: "--jobs 要大于 0，而不是 0（用法见 xlsxreport check --help）",
      en: "--jobs wants 1 or more, not 0 (see 'xlsxreport check --help')"),
    Case(
      "check", zh: "要给出至少一个文件；- 为标准输入（用法见 xlsxreport check --help）",
      en: "name at least one file; - is stdin (see 'xlsxreport check --help')"),
    Case(
      "check - --files-from -", zh: "标准输入（-）只能用一次（用法见 xlsxreport check --help）",
      en: "stdin (-) can be used once only (see 'xlsxreport check --help')"),
    Case(
      "diff - -", zh: "标准输入（-）只能用一次（用法见 xlsxreport diff --help）",
      en: "stdin (-) can be used once only (see 'xlsxreport diff --help')"),
    Case(
      "check x --encoding latin",
      zh: """
        不认识编码 latin；可用的有：\(encodings)（用法见 xlsxreport check --help）
        """,
      en: "the encoding latin is not known; known are: \(encodings) (see 'xlsxreport check --help')"
    ),
    Case(
      "check x -0", zh: "-0 要和 --files-from 同用（用法见 xlsxreport check --help）",
      en: "-0 goes with --files-from (see 'xlsxreport check --help')"),
    Case(
      "check x --annotate-all",
      zh: "--annotate-all 要和 --annotate 同用（用法见 xlsxreport check --help）",
      en: "--annotate-all goes with --annotate (see 'xlsxreport check --help')"),
    Case(
      "check x --limit cells", zh: "--limit 要写成 名称=数值，而不是“cells”（用法见 xlsxreport check --help）",
      en: "--limit wants NAME=VALUE, not 'cells' (see 'xlsxreport check --help')"),
    Case(
      "check x --limit cell=9", zh: "没有“cell”这项限制；可用：cells（用法见 xlsxreport check --help）",
      en: "there is no limit 'cell'; use cells (see 'xlsxreport check --help')"),
  ]

  @Test("is told in one line, in both languages", arguments: cases)
  func isUnique(_ example: Case) throws {
    let chinese = try CommandRun(example.arguments)
    #expect(chinese.errors == "xlsxreport: \(example.zh)\n")
    #expect(chinese.output.isEmpty)
    #expect(chinese.exitCode == 64)
    let english = try CommandRun(example.arguments + ["--language", "en"])
    #expect(english.errors == "xlsxreport: \(example.en)\n")
    #expect(english.exitCode == 64)
  }

  @Test("names control characters of an argument instead of printing them")
  func escapes() throws {
    let run = try CommandRun(["\u{1B}[31mred\u{202E}"])
    #expect(
      run.errors
        == "xlsxreport: 没有“\\u001b[31mred\\u202e”这个命令；可用的命令见 xlsxreport --help\n")
  }
}
