import Diagnostics
import Spreadsheets
import Testing

/// Every message whole, in both languages.
@Suite struct WorkbookErrorTests {
  /// The error that reading the first sheet of `fixture` ends in.
  static func error(
    _ fixture: WorkbookFixture, limits: Limits = .standard
  ) throws -> WorkbookError {
    let bytes = try fixture.bytes()
    return try #require(throws: WorkbookError.self) {
      _ = try Workbook(bytes: bytes, limits: limits).allRows()
    }
  }

  static let place = "/xl/worksheets/sheet1.xml"

  @Test(arguments: [
    (
      "<row r=\"1\"><c r=\"XFE1\"/></row>",
      "工作表“Data”，部件 \(place)，第 2 行：单元格引用“XFE1”无效；应如 B3，且不超过 XFD1048576",
      "sheet \"Data\", part \(place), line 2: "
        + "the cell reference \"XFE1\" is not valid; expected one like B3, up to XFD1048576"
    ),
    (
      "<row r=\"abc\"/>",
      "工作表“Data”，部件 \(place)，第 2 行：行号“abc”无效；应为 1 到 1048576 的整数",
      "sheet \"Data\", part \(place), line 2: "
        + "the row number \"abc\" is not valid; expected 1 to 1048576"
    ),
    (
      "<row r=\"1048576\"/><row/>",
      "工作表“Data”，部件 \(place)，第 2 行：行数超过 1048576，这是工作表的上限",
      "sheet \"Data\", part \(place), line 2: has more rows than a sheet can have, 1048576"
    ),
    (
      "<row r=\"1\"><c r=\"XFD1\"/><c/></row>",
      "工作表“Data”，部件 \(place)，第 2 行：一行的单元格超过 16384 个，这是工作表的上限",
      "sheet \"Data\", part \(place), line 2: a row has more cells than a sheet has columns, 16384"
    ),
    (
      "<row r=\"1\"><c r=\"B1\"><v>1,5</v></c></row>",
      "工作表“Data”，单元格 B1，部件 \(place)，第 2 行：数字单元格的内容“1,5”不是双精度数能表示的数",
      "sheet \"Data\", cell B1, part \(place), line 2: "
        + "a number cell holds \"1,5\", which is no number that a double can hold"
    ),
    (
      "<row r=\"1\">\n<c r=\"B1\" t=\"b\"><v>2</v></c></row>",
      "工作表“Data”，单元格 B1，部件 \(place)，第 3 行：逻辑值单元格的内容“2”无效；应为 0 或 1",
      "sheet \"Data\", cell B1, part \(place), line 3: a boolean cell holds \"2\"; expected 0 or 1"
    ),
    (
      "<row r=\"1\"><c r=\"B1\" t=\"zzz\"/></row>",
      "工作表“Data”，单元格 B1，部件 \(place)，第 2 行："
        + "单元格类型“zzz”未知；应为 b、d、e、inlineStr、n、s 或 str",
      "sheet \"Data\", cell B1, part \(place), line 2: "
        + "the cell type \"zzz\" is not known; expected b, d, e, inlineStr, n, s or str"
    ),
    (
      "<row r=\"1\"><c r=\"B1\" t=\"s\"><v>0</v></c></row>",
      "工作表“Data”，单元格 B1，部件 \(place)，第 2 行："
        + "单元格引用共享字符串，但文件中没有共享字符串表，可能不完整",
      "sheet \"Data\", cell B1, part \(place), line 2: "
        + "a cell refers to the shared strings, but the file has none; it may be incomplete"
    ),
    (
      "<row r=\"1\"></rov>",
      "工作表“Data”，部件 \(place)，第 2 行：结束标签与开始标签不匹配，XML 已损坏",
      "sheet \"Data\", part \(place), line 2: "
        + "an end tag does not match its start tag; the XML is damaged"
    ),
  ])
  func `tells what is wrong with a sheet, and where`(rows: String, zh: String, en: String) throws {
    let error = try Self.error(WorkbookFixture(rows: rows))
    #expect(error.phrase.zh == zh)
    #expect(error.phrase.en == en)
  }

  @Test(arguments: [1, 99])
  func `tells a string index that the table does not have`(index: Int) throws {
    let error = try Self.error(
      WorkbookFixture(
        rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>\(index)</v></c></row>", strings: ["<t>x</t>"]))
    #expect(error.code == .malformedCell)
    #expect(error.cell == CellReference("A1"))
    #expect(
      error.reason.zh == "共享字符串序号“\(index)”无效；共享字符串表有 1 项，序号从 0 开始")
    #expect(
      error.reason.en
        == "the shared string index \"\(index)\" is not valid; the table holds 1, counted from 0")
  }

  @Test func `tells a missing part, link and listing`() throws {
    var fixture = WorkbookFixture()
    fixture.sheet = nil
    var error = try Self.error(fixture)
    #expect(error.code == .missingPart)
    #expect(
      error.phrase.zh
        == "工作表“Data”：工作表的部件“worksheets/sheet1.xml”不在文件中；请用 Excel 或 WPS 打开后另存")
    #expect(
      error.phrase.en
        == "sheet \"Data\": the sheet's part \"worksheets/sheet1.xml\" is not in the file; "
        + "open the file in Excel or WPS and save it again")

    fixture = WorkbookFixture()
    fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.links([])
    error = try Self.error(fixture)
    #expect(
      error.phrase.zh
        == "工作表“Data”，部件 /xl/workbook.xml：工作簿没有指明该工作表的部件（关系“rId1”不存在）；"
        + "请用 Excel 或 WPS 打开后另存")
    #expect(
      error.phrase.en
        == "sheet \"Data\", part /xl/workbook.xml: the workbook does not say which part holds the sheet "
        + "(no relationship \"rId1\"); open the file in Excel or WPS and save it again")

    fixture = WorkbookFixture()
    fixture["xl/workbook.xml"] = "<workbook xmlns=\"\(WorkbookFixture.main)\"><sheets/></workbook>"
    error = try Self.error(fixture)
    #expect(error.code == .notAWorkbook)
    #expect(error.phrase.zh == "部件 /xl/workbook.xml：工作簿中没有任何工作表")
    #expect(error.phrase.en == "part /xl/workbook.xml: the workbook has no sheets")
  }

  @Test func `tells a root element that is another`() throws {
    var fixture = WorkbookFixture()
    fixture.sheet = "<sst xmlns=\"\(WorkbookFixture.main)\"/>"
    let error = try Self.error(fixture)
    #expect(error.code == .malformedPart)
    #expect(error.reason.zh == "根元素应为 SpreadsheetML 的 worksheet，实际不是")
    #expect(
      error.reason.en == "the root element should be worksheet of SpreadsheetML, but is another")
  }

  @Test func `a sheet without cells says so`() throws {
    let workbook = try WorkbookTests.listing().workbook()
    let error = try #require(throws: WorkbookError.self) {
      _ = try workbook.rows(of: workbook.sheets[1])
    }
    #expect(error.code == .noCells)
    #expect(error.phrase.zh == "工作表“Chart”：这是图表工作表或对话框工作表，没有单元格")
    #expect(
      error.phrase.en
        == "sheet \"Chart\": this is a chart sheet or dialog sheet, which has no cells")
  }

  @Test func `names the limit that was passed`() throws {
    var limits = Limits.standard
    limits[.cells] = 2
    let rows = "<row r=\"1\"><c/><c><v>1</v></c><c><v>2</v></c><c><v>3</v></c></row>"
    let error = try Self.error(WorkbookFixture(rows: rows), limits: limits)
    #expect(error.code == .limitExceeded)
    #expect(error.cell == CellReference("D1"))
    #expect(error.reason == LimitExceeded(limit: .cells, bound: 2).phrase)

    limits = .standard
    limits[.mergedRanges] = 1
    let merges = "<mergeCells><mergeCell ref=\"A1:B1\"/><mergeCell ref=\"A2:B2\"/></mergeCells>"
    #expect(try Self.error(WorkbookFixture(after: merges), limits: limits).code == .limitExceeded)
    limits = .standard
    limits[.sharedStrings] = 1
    let strings = WorkbookFixture(
      rows: "<row><c t=\"s\"><v>0</v></c></row>", strings: ["<t>a</t>", "<t>b</t>"])
    #expect(try Self.error(strings, limits: limits).part == "/xl/sharedStrings.xml")
    limits = .standard
    limits[.sharedStringBytes] = 1
    #expect(try Self.error(strings, limits: limits).code == .limitExceeded)
    limits[.sharedStrings] = 2
    limits[.sharedStringBytes] = 2
    #expect(try strings.cells(limits: limits).map(\.value) == [.text("a")])
    limits = .standard
    limits[.formulaBytes] = 3
    let shared = "<row><c><f t=\"shared\" ref=\"A1:A2\" si=\"0\">B1+1</f><v>1</v></c></row>"
    #expect(try Self.error(WorkbookFixture(rows: shared), limits: limits).code == .limitExceeded)
  }
}
