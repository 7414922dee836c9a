import Foundation
import TestSupport
import Testing

/// What `convert` says when it cannot, and that nothing is left behind then.
@Suite struct ConvertErrorTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var arguments: String
    var files: [String: String] = [:]
    var code: Int32
    var zh: String
    var en: String
    var testDescription: String { arguments }
  }

  static let help = "（用法见 xlsxreport convert --help）"
  static let helpEN = " (see 'xlsxreport convert --help')"

  @Test(arguments: [
    Case(
      arguments: "a.csv", code: 64,
      zh: "xlsxreport: 看不出要转成什么；请用 -o 给出 .csv .tsv .xlsx .ndjson 文件，或用 --to 指明\(help)",
      en: """
        xlsxreport: cannot tell what to convert to; give -o a .csv .tsv .xlsx .ndjson file, \
        or say --to\(helpEN)
        """),
    Case(
      arguments: "a.csv -o b.doc", code: 64,
      zh: "xlsxreport: 看不出要转成什么；请用 -o 给出 .csv .tsv .xlsx .ndjson 文件，或用 --to 指明\(help)",
      en: """
        xlsxreport: cannot tell what to convert to; give -o a .csv .tsv .xlsx .ndjson file, \
        or say --to\(helpEN)
        """),
    Case(
      arguments: "a.csv --to csv --all-sheets", code: 64,
      zh: "xlsxreport: --all-sheets 用于 csv 和 tsv，要用 -o 给出文件夹，不能和 --sheet 同用\(help)",
      en: """
        xlsxreport: --all-sheets is for csv and tsv, needs a folder by -o, and goes without \
        --sheet\(helpEN)
        """),
    Case(
      arguments: "a.csv --to ndjson --output-encoding utf-16", code: 64,
      zh: "xlsxreport: --output-encoding 只用于 csv 和 tsv\(help)",
      en: "xlsxreport: --output-encoding is for csv and tsv only\(helpEN)"),
    Case(
      arguments: "a.xlsx --to ndjson --values displayed", code: 64,
      zh: "xlsxreport: --values displayed 只用于 csv 和 tsv\(help)",
      en: "xlsxreport: --values displayed is for csv and tsv only\(helpEN)"),
    Case(
      arguments: "a.csv --to csv --delimiter ab", code: 64,
      zh: """
        xlsxreport: --delimiter 要一个字符（不能是字母、数字、引号），或 tab、comma、semicolon，\
        而不是“ab”\(help)
        """,
      en: """
        xlsxreport: --delimiter wants one character, no letter, digit or quote, \
        or tab, comma, semicolon; not 'ab'\(helpEN)
        """),
    Case(
      arguments: "a.csv --to csv --encoding klingon", code: 64,
      zh: """
        xlsxreport: 不认识编码 klingon；可用的有：UTF-8 UTF-16 UTF-16LE UTF-16BE GB18030 GBK \
        GB2312 BIG5 BIG5-HKSCS SHIFT_JIS EUC-JP EUC-KR ISO-8859-1 WINDOWS-1252\(help)
        """,
      en: """
        xlsxreport: the encoding klingon is not known; known are: UTF-8 UTF-16 UTF-16LE UTF-16BE \
        GB18030 GBK GB2312 BIG5 BIG5-HKSCS SHIFT_JIS EUC-JP EUC-KR ISO-8859-1 WINDOWS-1252\(helpEN)
        """),
    Case(
      arguments: "a.csv --to csv --sheet x", files: ["a.csv": "1"], code: 64,
      zh: "a.csv: CSV 只有一张表，不能用 --sheet", en: "a.csv: CSV has one sheet only; leave --sheet out"),
    Case(
      arguments: "none.csv --to null", code: 66, zh: "none.csv: 无法打开：文件或文件夹不存在",
      en: "none.csv: cannot be opened: no such file or folder"),
    Case(
      arguments: ". --to null", code: 66, zh: ".: 这是一个文件夹，而不是文件；请给出文件夹里的文件",
      en: ".: is a folder, not a file; name the files in it"),
    Case(
      arguments: "page.html --to csv", files: ["page.html": "<!DOCTYPE html><p>"], code: 65,
      zh: "page.html: 这是网页（HTML）或 XML，不是工作簿也不是 CSV；请先另存为 .xlsx",
      en: "page.html: is HTML or XML, neither a workbook nor CSV; save it as .xlsx first"),
    Case(
      arguments: "a.pdf --to csv", files: ["a.pdf": "%PDF-1.4"], code: 65,
      zh: "a.pdf: 这是 PDF，不是工作簿也不是 CSV；请先另存为 .xlsx",
      en: "a.pdf: is a PDF, neither a workbook nor CSV; save it as .xlsx first"),
    Case(
      arguments: "a.csv -o a.csv --force", files: ["a.csv": "1"], code: 73,
      zh: "a.csv: 输出文件就是输入文件，不会覆盖；请换一个输出路径",
      en: "a.csv: the output is one of the inputs, which are never replaced; choose another path"),
    Case(
      arguments: "a.csv -o b.csv", files: ["a.csv": "1", "b.csv": "old"], code: 73,
      zh: "b.csv: 输出文件已存在；要覆盖它，请加 --force",
      en: "b.csv: the output exists; add --force to replace it"),
    Case(
      arguments: "a.csv -o no/b.csv", files: ["a.csv": "1"], code: 73,
      zh: "no/b.csv: 无法创建输出文件：文件或文件夹不存在",
      en: "no/b.csv: the output cannot be created: no such file or folder"),
    Case(
      arguments: "a.csv -o b.xlsx", files: ["a.csv": "x,\"y"], code: 65,
      zh: "a.csv: 第 1 行第 2 列（字节 2）：此处的引号直到文件末尾都没有闭合；请补上引号，或检查文件是否被截断",
      en: """
        a.csv: line 1, column 2 (byte 2): the quote that opens here is not closed by the end of \
        the file; close it, or see whether the file was cut off
        """),
    Case(
      arguments: "a.csv -o b.csv --limit columns=1", files: ["a.csv": "x,y"], code: 65,
      zh: "a.csv: 第 1 行第 2 列（字节 2）：超出安全限制 columns（上限 1）；确信文件无害时，可放宽此限制（--limit columns=数值）",
      en: """
        a.csv: line 1, column 2 (byte 2): goes beyond the safety limit columns (at most 1); \
        if you trust the file, raise this limit (--limit columns=VALUE)
        """),
    Case(
      arguments: "a.ndjson -o b.csv", files: ["a.ndjson": "\n[1]\n"], code: 65,
      zh: """
        a.ndjson: 第 2 行：不是 JSON 对象；每行应为一个单元格，\
        如 {"sheet":"表1","ref":"A1","type":"number","value":1}
        """,
      en: """
        a.ndjson: line 2: is no JSON object; each line is a cell, such as \
        {"sheet":"Sheet1","ref":"A1","type":"number","value":1}
        """),
    Case(
      arguments: "a.ndjson -o b.csv",
      files: ["a.ndjson": "{\"sheet\":\"s\",\"ref\":\"A1\",\"type\":\"number\",\"value\":\"1\"}"],
      code: 65, zh: "a.ndjson: 第 1 行：成员 value 缺失或不对",
      en: "a.ndjson: line 1: the member value is missing or wrong"),
    Case(
      arguments: "a.ndjson -o b.csv",
      files: ["a.ndjson": "{\"sheet\":\"s\",\"ref\":\"1A\",\"type\":\"number\",\"value\":1}"],
      code: 65, zh: "a.ndjson: 第 1 行：“1A”不是单元格地址；应如 B2",
      en: "a.ndjson: line 1: \"1A\" is no cell reference; it should be like B2"),
    Case(
      arguments: "a.ndjson -o b.csv",
      files: [
        "a.ndjson": """
        {"sheet":"s","ref":"B1","type":"number","value":1}
        {"sheet":"s","ref":"A1","type":"number","value":1}
        """
      ],
      code: 65, zh: "a.ndjson: 第 2 行：单元格 A1 排在前面的单元格之前；同一工作表的单元格要按行、再按列排列",
      en:
        "a.ndjson: line 2: the cell A1 comes too late; the cells of a sheet go by row, then by column"
    ),
    Case(
      arguments: "a.ndjson -o b.csv",
      files: [
        "a.ndjson": """
        {"sheet":"s","ref":"A1","type":"number","value":1}
        {"sheet":"t","ref":"A1","type":"number","value":1}
        {"sheet":"s","ref":"B1","type":"number","value":1}
        """
      ],
      code: 65, zh: "a.ndjson: 第 3 行：工作表“s”的单元格不连续；同一工作表的行要放在一起",
      en:
        "a.ndjson: line 3: the cells of the sheet \"s\" are not together; keep a sheet's lines together"
    ),
    Case(
      arguments: "a.ndjson -o b.csv --sheet t",
      files: ["a.ndjson": "{\"sheet\":\"s\",\"ref\":\"A1\",\"type\":\"number\",\"value\":1}"],
      code: 65, zh: "a.ndjson: 没有名为“t”的工作表", en: "a.ndjson: there is no sheet named \"t\""),
  ]) func saysWhatIsWrongAndLeavesNothing(_ example: Case) throws {
    for (language, message) in [("zh", example.zh), ("en", example.en)] {
      let folder = try TemporaryFolder()
      for (name, text) in example.files { _ = try folder.write(Array(text.utf8), to: name) }
      let run = try CommandRun(
        ["convert"] + example.arguments.split(separator: " ").map(String.init)
          + ["--language", language], in: folder.url)
      #expect(run.errors == message + "\n")
      #expect(run.exitCode == example.code)
      #expect(run.output == "")
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
          == example.files.keys.sorted())
      for (name, text) in example.files {
        #expect(try String(contentsOfFile: folder.path(name), encoding: .utf8) == text)
      }
    }
  }

  @Test func aWorkbookIsNotConvertedToAWorkbookAndItsSheetsAreNamed() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Array("1\n".utf8), to: "a.csv")
    func run(_ arguments: String...) throws -> CommandRun {
      try CommandRun(["convert"] + arguments, in: folder.url)
    }
    _ = try run("a.csv", "-o", "a.xlsx")
    for (language, message) in [
      ("zh", "a.xlsx: 不把工作簿转成工作簿：原样保留请直接复制；按统计表填写请用 export --template\n"),
      (
        "en",
        """
        a.xlsx: a workbook is not converted to a workbook: copy the file to keep it as it is, \
        or fill a form in with export --template

        """
      ),
    ] {
      let refused = try run("a.xlsx", "-o", "b.xlsx", "--language", language)
      #expect(refused.errors == message)
      #expect(refused.exitCode == 64)
    }
    for (language, message) in [
      ("zh", "a.xlsx: 没有名为“x”的工作表；有：a\n"),
      ("en", "a.xlsx: there is no sheet named \"x\"; there are: a\n"),
    ] {
      let missing = try run("a.xlsx", "--to", "csv", "--sheet", "x", "--language", language)
      #expect(missing.errors == message)
      #expect(missing.exitCode == 65)
    }
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        == ["a.csv", "a.xlsx"])
  }

  @Test func aTextTooLongForACellIsRefusedWithItsPlace() throws {
    let folder = try TemporaryFolder()
    _ = try folder.write(Array("a,\(String(repeating: "x", count: 40_000))\n".utf8), to: "a.csv")
    let run = try CommandRun(["convert", "a.csv", "-o", "a.xlsx"], in: folder.url)
    #expect(run.exitCode == 65)
    #expect(run.errors.hasPrefix("a.csv: a!B1："))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == ["a.csv"])
  }

  @Test(
    "a write that fails is told of the output, with 74",
    // ThreadSanitizer keeps its notes in files, which the limit would hold back too
    .disabled(if: ProcessInfo.processInfo.environment["TSAN_OPTIONS"] != nil),
    arguments: [
      ("a.csv", "b.xlsx"), ("a.csv", "b.tsv"), ("a.xlsx", "b.csv"), ("a.xlsx", "b.ndjson"),
    ])
  func writeFails(input: String, output: String) throws {
    let folder = try TemporaryFolder()
    let lines = (1...20_000).map { "\($0),\($0 * 7919 % 100_003)\n" }.joined()
    _ = try folder.write(Array(lines.utf8), to: "a.csv")
    let made = try CommandRun(["convert", "a.csv", "-o", "a.xlsx"], in: folder.url)
    #expect(made.exitCode == 0)
    _ = try folder.write(Array("old".utf8), to: output)
    for (language, message) in [
      ("zh", "\(output): 写入失败：文件太大\n"),
      ("en", "\(output): writing failed: the file would be too large\n"),
    ] {
      let run = try ShellRun(
        "ulimit -f 8; \"$0\" convert \(input) -o \(output) --force --language \(language)",
        in: folder.url)
      #expect(run.errors == message)
      #expect(run.exitCode == 74)
    }
    #expect(try String(contentsOfFile: folder.path(output), encoding: .utf8) == "old")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        == ["a.csv", "a.xlsx", output])
  }
}
