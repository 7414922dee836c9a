import Foundation
import TestSupport
import Testing

/// `convert` as users run it: files in, files out.
@Suite struct ConvertTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  func run(_ arguments: String..., input: String? = nil) throws -> CommandRun {
    try CommandRun(
      ["convert"] + arguments, input: input.map { Data($0.utf8) }, in: folder.url)
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.url.appendingPathComponent(name)))
  }

  func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

  func names(in name: String = "") throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(name)).sorted()
  }

  /// Every kind of cell, on two sheets, as `convert` writes them.
  static let cells = """
    {"sheet":"表 1","ref":"A1","type":"text","value":"项目\\n\\"引\\u0001\\\\"}
    {"sheet":"表 1","ref":"C1","type":"number","value":1.5,"format":"0.00","formula":"SUM(A3:A4)"}
    {"sheet":"表 1","ref":"A3","type":"date","value":"2021-12-31","serial":44561,"format":"yyyy-mm-dd"}
    {"sheet":"表 1","ref":"B3","type":"date","value":"PT36H30M","serial":1.5208333333333333,"format":"[h]:mm"}
    {"sheet":"表 1","ref":"AA3","type":"number","value":-0}
    {"sheet":"表 1","ref":"XFD3","type":"boolean","value":true}
    {"sheet":"b","ref":"A1","type":"error","value":"#N/A"}
    {"sheet":"b","ref":"B1","type":"empty","formula":"NOW()"}
    {"sheet":"b","ref":"C1","type":"text","value":"=1+1","formula":"\\"=\\"&\\"1+1\\""}
    {"sheet":"b","ref":"A2","type":"number","value":1e+300}

    """

  @Test func linesOfCellsComeBackFromAWorkbookAsTheyWere() throws {
    #expect(try run("-", "--to", "xlsx", "-o", "a.xlsx", input: Self.cells).errors == "")
    let back = try run("a.xlsx", "--to", "ndjson")
    #expect(back.output == Self.cells)
    #expect(back.exitCode == 0)
    #expect(try run("-", "--to", "ndjson", input: Self.cells).output == Self.cells)
  }

  @Test func sheetsBecomeDelimitedText() throws {
    _ = try run("-", "--to", "xlsx", "-o", "a.xlsx", input: Self.cells)
    let wide = String(repeating: ",", count: 22)
    let first = """
      "项目
      ""引\u{1}\\",,1.5

      2021-12-31,PT36H30M,,\(wide),-0,\(String(repeating: ",", count: 16_356))TRUE

      """
    #expect(try run("a.xlsx", "--to", "csv").output == first)
    #expect(try run("a.xlsx", "--to", "csv", "--sheet", "2").output == "#N/A,,'=1+1\n1e+300\n")
    #expect(try run("a.xlsx", "--to", "csv", "--sheet", "b").output == "#N/A,,'=1+1\n1e+300\n")
    #expect(
      try run("a.xlsx", "--to", "tsv", "--sheet", "B", "--no-formula-guard").output
        == "#N/A\t\t=1+1\n1e+300\n")
    #expect(
      try run("a.xlsx", "--to", "csv", "--sheet", "b", "--delimiter", ";").output
        == "#N/A;;'=1+1\n1e+300\n")
    #expect(
      try run("-", "--to", "csv", "--sheet", "b", input: Self.cells).output
        == "#N/A,,'=1+1\n1e+300\n")
    #expect(try run("a.xlsx", "--to", "null").output == "9\n")
    #expect(try run("a.xlsx", "--to", "null", "--sheet", "b").output == "3\n")
  }

  @Test func aFileGetsWhatExcelWantsAndAPipeWhatToolsWant() throws {
    #expect(try run("-", "-o", "a.csv", input: "中,1\n").exitCode == 0)
    #expect(try text("a.csv") == "\u{FEFF}中,1\r\n")
    #expect(try run("a.csv", "--to", "csv").output == "中,1\n")
    _ = try run("a.csv", "-o", "b.csv", "--output-encoding", "gb18030")
    #expect(try bytes("b.csv") == [0xD6, 0xD0, 0x2C, 0x31, 0x0D, 0x0A])
    _ = try run("b.csv", "-o", "c.tsv", "--output-encoding", "utf-16")
    #expect(try bytes("c.tsv") == [0xFF, 0xFE, 0x2D, 0x4E, 9, 0, 0x31, 0, 0x0D, 0, 0x0A, 0])
    #expect(try run("c.tsv", "--to", "csv", "-o", "-").output == "中,1\n")
    #expect(try run("b.csv", "--to", "csv", "--encoding", "gbk").output == "中,1\n")
  }

  @Test func textKeepsItsFieldsAndItsNumbersTheirText() throws {
    let text = "a,,\n007,1.50,1e5\n'=1,=2,-3\n\n\"x\r\ny\",+1,,,\n"
    #expect(
      try run("-", "--to", "csv", input: text).output
        == "a,,\n007,1.50,1e5\n'=1,'=2,-3\n\n\"x\r\ny\",'+1,,,\n")
  }

  @Test func valuesAreWrittenAsAPersonSeesThem() throws {
    let cells = """
      {"sheet":"s","ref":"A1","type":"number","value":-1234.5,"format":"#,##0.00"}
      {"sheet":"s","ref":"B1","type":"date","value":"2021-12-31","serial":44561,"format":"yyyy\\"年\\"m\\"月\\""}
      {"sheet":"s","ref":"C1","type":"text","value":"=x","format":"@\\" 号\\""}
      {"sheet":"s","ref":"D1","type":"number","value":0.1234567890123}
      {"sheet":"s","ref":"E1","type":"boolean","value":true,"format":"0.00"}

      """
    #expect(try run("-", "--to", "xlsx", "-o", "a.xlsx", input: cells).errors == "")
    #expect(
      try run("a.xlsx", "--to", "csv", "--values", "displayed").output
        == "\"-1,234.50\",2021年12月,'=x 号,0.123456789,TRUE\n")
    #expect(
      try run("a.xlsx", "--to", "csv").output
        == "-1234.5,2021-12-31,'=x,0.1234567890123,TRUE\n")
  }

  @Test func aWorkbookFromAPipeIsRead() throws {
    _ = try run("-", "--to", "xlsx", "-o", "a.xlsx", input: Self.cells)
    let run = try CommandRun(
      ["convert", "-", "--to", "null"], input: Data(try bytes("a.xlsx")), in: folder.url)
    #expect(run.output == "9\n")
    let piped = try CommandRun(
      ["convert", "-", "--to", "xlsx", "-o", "-"], input: Data("a,1\n".utf8), in: folder.url)
    #expect(piped.exitCode == 0)
  }

  @Test(arguments: [
    ("1", "number", "1"), ("-2.5", "number", "-2.5"), ("0.10", "number", "0.1"),
    ("0", "number", "0"), ("-0", "number", "-0"), ("0.5", "number", "0.5"), (".5", "number", "0.5"),
    ("123456789012345", "number", "123456789012345"),
    ("33.333333333333336", "number", "33.333333333333336"),
    ("1.5E+10", "number", "15000000000"), ("1e+300", "number", "1e+300"),
    ("TRUE", "boolean", "true"), ("FALSE", "boolean", "false"),
    ("007", "text", "\"007\""), ("-01", "text", "\"-01\""), ("00.5", "text", "\"00.5\""),
    ("1234567890123456", "text", "\"1234567890123456\""),
    ("110101199003071234", "text", "\"110101199003071234\""),
    ("1234567890.1234567", "number", "1234567890.1234567"),
    ("0.12345678901234567", "text", "\"0.12345678901234567\""),
    ("1e5", "text", "\"1e5\""), ("1E5", "text", "\"1E5\""), ("12E+10", "text", "\"12E+10\""),
    ("01e5", "text", "\"01e5\""), ("1E+999", "text", "\"1E+999\""),
    ("+5", "text", "\"+5\""), ("-", "text", "\"-\""), ("1.", "text", "\"1.\""),
    (".", "text", "\".\""), ("1,234", "text", "\"1,234\""), ("1 000", "text", "\"1 000\""),
    ("0x10", "text", "\"0x10\""), ("NaN", "text", "\"NaN\""), ("Infinity", "text", "\"Infinity\""),
    ("-inf", "text", "\"-inf\""), ("1-2", "text", "\"1-2\""), ("3/4", "text", "\"3/4\""),
    ("2021-12-31", "text", "\"2021-12-31\""), ("true", "text", "\"true\""),
    ("１２", "text", "\"１２\""), (" 1", "text", "\" 1\""), ("'-5", "text", "\"-5\""),
  ]) func aFieldIsANumberOnlyWhereThatLosesNothing(
    _ field: String, _ type: String, _ value: String
  ) throws {
    let run = try run("-", "--to", "ndjson", input: "\"\(field)\"\n")
    #expect(
      run.output
        == "{\"sheet\":\"Sheet1\",\"ref\":\"A1\",\"type\":\"\(type)\",\"value\":\(value)}\n")
  }

  @Test func eachSheetBecomesAFileOfASafeName() throws {
    let sheets = [
      "a b", "a_b", "../x", "CON", "a/b", "A B", ".hidden", "-o", "x.", "\u{202E}y", "表",
    ]
    let cells = sheets.map {
      "{\"sheet\":\"\($0)\",\"ref\":\"A1\",\"type\":\"number\",\"value\":1}\n"
    }.joined()
    let run = try run("-", "--to", "csv", "--all-sheets", "-o", "out", input: cells)
    #expect(run.errors == "")
    #expect(
      try names(in: "out") == [
        "A B-2.csv", "CON_.csv", "_-o.csv", "_.._x.csv", "_.hidden.csv", "_y.csv", "a b.csv",
        "a_b-2.csv", "a_b.csv", "x.csv", "表.csv",
      ])
    #expect(try text("out/表.csv") == "\u{FEFF}1\r\n")
    #expect(try names() == ["out"])
  }

  @Test func theSheetOfATextIsNamedByItsFile() throws {
    _ = try folder.write(Array("1\n".utf8), to: "年[1]:报'.v2.csv")
    #expect(
      try run("年[1]:报'.v2.csv", "--to", "ndjson").output
        == "{\"sheet\":\"年_1__报'.v2\",\"ref\":\"A1\",\"type\":\"number\",\"value\":1}\n")
  }

  @Test func anEmptyTextIsAnEmptySheet() throws {
    #expect(try run("-", "-o", "a.xlsx", input: "").exitCode == 0)
    #expect(try run("a.xlsx", "--to", "ndjson").output == "")
    #expect(try run("a.xlsx", "--to", "csv").output == "")
  }
}
