import Diagnostics
import Spreadsheets
import Testing

@Suite struct SheetReadingTests {
  @Test func `rows and cells without references count on from those before`() throws {
    let rows = try WorkbookFixture(
      rows: """
        <row><c><v>1</v></c><c><v>2</v></c></row><row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>\
        <row hidden="true"><c><v>5</v></c></row><row/>
        """
    ).rows()
    #expect(rows.map(\.number) == [1, 5, 6, 7])
    #expect(rows.map(\.isHidden) == [false, false, true, false])
    #expect(
      rows.flatMap(\.cells).map(\.reference.description) == ["A1", "B1", "C5", "D5", "A6"])
  }

  @Test(arguments: [
    ("<c><v> 7\n</v></c>", CellValue.number(7)), ("<c><v></v></c>", .empty),
    ("<c><v/></c>", .empty),
    ("<c t=\"s\"><v></v></c>", .empty), ("<c t=\"b\"><v>true</v></c>", .boolean(true)),
    ("<c t=\"b\"><v>FALSE</v></c>", .boolean(false)),
    ("<c t=\"e\"><v>#OOPS!</v></c>", .error(CellError("#OOPS!"))),
    ("<c t=\"str\"><v> a </v></c>", .text(" a ")), ("<c t=\"str\"><v/></c>", .text("")),
    ("<c t=\"inlineStr\"/>", .empty), ("<c t=\"inlineStr\"><v>x</v></c>", .empty),
    ("<c t=\"inlineStr\"><is><t/></is></c>", .text("")), ("<c><is><t>x</t></is></c>", .text("x")),
    ("<c t=\"d\"><v>2024-13-45</v></c>", .text("2024-13-45")),
    (
      "<c t=\"d\"><v>2009-05-07T11:01:02.00000024400651375Z</v></c>",
      .dateText("2009-05-07T11:01:02")
    ),
    ("<c><v>4<!-- x -->2.<?pi y?>5</v></c>", .number(42.5)),
    ("<c s=\"-1\"><v>7</v></c>", .number(7)),
    ("<c t=\"str\"><v><![CDATA[<a>]]></v></c>", .text("<a>")),
    ("<c t=\"str\"><v>a\r\nb</v></c>", .text("a\nb")),
    ("<c t=\"n\"><v>1e-400</v></c>", .number(0)),
    ("<c xmlns:z=\"urn:z\" z:a=\"1\"><v>7</v><z:note>x</z:note></c>", .number(7)),
  ])
  func `reads odd but lawful cells`(cell: String, value: CellValue) throws {
    #expect(try WorkbookFixture(rows: "<row>\(cell)</row>").cells().map(\.value) == [value])
  }

  @Test func `strings: rich text is joined, phonetic text left out, escapes resolved`() throws {
    let strings = [
      "<r><rPr><b/></rPr><t>pro</t></r><r><t xml:space=\"preserve\">be </t></r><rPh><t>NO</t></rPh>",
      "<t>_x0041_</t>", "<t>_x005F_x0041_</t>", "<t>_xD83D__xDE00_</t>", "<t>_xD800_</t>",
      "<t>_xZZZZ__x41__X0041__x0041</t>", "<t> kept </t>", "<t/>", "",
      """
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <mc:Choice Requires="z"><t>no</t></mc:Choice><mc:Fallback><t>yes</t></mc:Fallback>\
      </mc:AlternateContent>
      """,
    ]
    let cells = strings.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }
    let found = try WorkbookFixture(rows: "<row>\(cells.joined())</row>", strings: strings).cells()
    #expect(
      found.map(\.value)
        == [
          "probe ", "A", "_x0041_", "😀", "_xD800_", "_xZZZZ__x41__X0041__x0041", " kept ", "", "",
          "yes",
        ].map { .text($0) })
  }

  @Test func `of alternate content the fallback counts`() throws {
    let rows = """
      <mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <mc:Choice Requires="z"><row r="1"><c><v>666</v></c></row></mc:Choice><mc:Fallback>\
      <row r="1"><c><v>1</v></c></row></mc:Fallback></mc:AlternateContent>
      """
    #expect(try WorkbookFixture(rows: rows).cells().map(\.value) == [.number(1)])
  }

  @Test func `reads strict workbooks and any prefix`() throws {
    var fixture = WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c></row>", strings: ["<t>x</t>"])
    for (index, part) in fixture.parts.enumerated() {
      let text = String(decoding: part.bytes, as: UTF8.self)
        .replacing(WorkbookFixture.main, with: "http://purl.oclc.org/ooxml/spreadsheetml/main")
        .replacing(
          WorkbookFixture.relationships,
          with: "http://purl.oclc.org/ooxml/officeDocument/relationships")
      fixture.parts[index].bytes = Array(text.utf8)
    }
    #expect(try fixture.cells().map(\.value) == [.text("x")])
    fixture.sheet = """
      <a.b:worksheet xmlns:a.b="\(WorkbookFixture.main)"><a.b:sheetData><a.b:row><a.b:c><a.b:v>1</a.b:v>\
      </a.b:c></a.b:row></a.b:sheetData></a.b:worksheet>
      """
    #expect(try fixture.cells().map(\.value) == [.number(1)])
  }

  @Test func `tells what a sheet says besides its cells`() throws {
    let workbook = try WorkbookFixture(
      rows: "<row r=\"2\" hidden=\"1\"/><row r=\"3\" hidden=\"1\"/><row r=\"9\" hidden=\"1\"/>",
      before: """
        <dimension ref="A1:C3"/><cols><col min="2" max="3" hidden="1"/><col min="5" max="5"/>\
        <col min="16000" max="99999" hidden="true"/></cols>
        """,
      after: """
        <sheetProtection sheet="1" hashValue="x"/>\
        <mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="foo"/></mergeCells>\
        <dataValidations><dataValidation type="list" allowBlank="1" sqref="A1:A3 C5" prompt="p" error="e">\
        <formula1>"a,b"</formula1></dataValidation><dataValidation type="whole" operator="notBetween" \
        sqref="D1"><formula1>1</formula1><formula2>9</formula2></dataValidation></dataValidations>
        """
    ).workbook()
    var log = CellLog()
    let details = try workbook.read(workbook.sheets[0], into: &log)
    #expect(details.claimedDimension == CellRange("A1:C3"))
    #expect(details.hiddenRows == [2...3, 9...9])
    #expect(details.hiddenColumns == [2...3, 16_000...16_384])
    #expect(details.mergedRanges == [CellRange("A1:B2")])
    #expect(details.protection == SheetProtection(hasPassword: true))
    #expect(
      details.dataValidations == [
        DataValidation(
          ranges: ["A1:A3", "C5"].compactMap { CellRange($0) }, type: "list", formula1: "\"a,b\"",
          allowsBlank: true, prompt: "p", errorMessage: "e"),
        DataValidation(
          ranges: [CellRange("D1")].compactMap { $0 }, type: "whole", comparison: "notBetween",
          formula1: "1", formula2: "9"),
      ])
  }

  @Test func `a sink that wants no formulas is described none`() throws {
    let workbook = try WorkbookFixture(
      rows: "<row><c><f>A2</f><v>1</v></c><c><f>A2</f></c></row>"
    ).workbook()
    for byScanner in [true, false] {
      let log = CellLog.lines(of: workbook, byScanner: byScanner, wantsFormulas: false)
      #expect(log.lines[2...3] == ["A1 s0 number(1.0)", "B1 s0 empty"])
    }
  }

  @Test func `what a sink throws ends the reading`() throws {
    // An error with a message of its own is not taken for one of the workbook's.
    struct Refusal: PhrasedError { let phrase = Phrase(zh: "不要", en: "no") }
    struct Refuser: CellSink {
      var count = 0
      mutating func cell(_ cell: borrowing CellView) throws {
        count += 1
        if count == 2 { throw Refusal() }
      }
    }
    let workbook = try WorkbookFixture(rows: "<row><c/><c/><c/></row>").workbook()
    for byScanner in [true, false] {
      workbook.usesScanner = byScanner
      var sink = Refuser()
      #expect(throws: Refusal.self) { try workbook.read(workbook.sheets[0], into: &sink) }
      #expect(sink.count == 2)
    }
  }
}
