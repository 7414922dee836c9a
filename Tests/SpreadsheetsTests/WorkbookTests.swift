import Diagnostics
import Spreadsheets
import Testing

@Suite struct WorkbookTests {
  /// A workbook with a sheet of every kind, names and dates from 1904.
  static func listing() -> WorkbookFixture {
    var fixture = WorkbookFixture(rows: "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>")
    fixture["xl/workbook.xml"] = """
      <workbook xmlns="\(WorkbookFixture.main)" xmlns:r="\(WorkbookFixture.relationships)">\
      <workbookPr date1904="true"/><sheets>\
      <sheet name="表1 &amp; more" sheetId="1" r:id="rId1"/>\
      <sheet name="Chart" sheetId="2" state="hidden" r:id="c"/>\
      <sheet name="Dialog" sheetId="3" state="veryHidden" r:id="d"/>\
      <sheet name="Macro" sheetId="4" r:id="m"/></sheets><definedNames>\
      <definedName name="total">'表1 &amp; more'!$B$2</definedName>\
      <definedName name="area" localSheetId="0" hidden="1">Macro!A1:C3</definedName>\
      <definedName name="quoted">'it''s'!A1</definedName>\
      <definedName name="rate">0.5*Macro!A1</definedName></definedNames></workbook>
      """
    fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.links([
      ("rId1", "worksheet", "/xl/worksheets/sheet1.xml"),
      ("c", "chartsheet", "chartsheets/sheet1.xml"),
      ("d", "dialogsheet", "dialogsheets/sheet1.xml"),
      ("m", "xlMacrosheet", "WORKSHEETS\\Sheet1.xml"),
    ])
    return fixture
  }

  @Test func `lists sheets of every kind with their visibility`() throws {
    let workbook = try Self.listing().workbook()
    #expect(workbook.sheets.map(\.name) == ["表1 & more", "Chart", "Dialog", "Macro"])
    #expect(workbook.sheets.map(\.kind) == [.worksheet, .chartsheet, .dialogsheet, .macrosheet])
    #expect(workbook.sheets.map(\.visibility) == [.visible, .hidden, .veryHidden, .visible])
    #expect(workbook.sheets.map(\.hasCells) == [true, false, false, true])
    #expect(workbook.sheets.map(\.index) == [0, 1, 2, 3])
    #expect(workbook.dateSystem == .from1904)
    #expect(workbook.sheet(named: "macro")?.index == 3)
    #expect(workbook.sheet(named: "none") == nil)
    #expect(try workbook.allRows(ofSheet: 3).count == 1)
  }

  @Test func `a sheet without its part is passed over where others have theirs`() throws {
    var fixture = WorkbookFixture(rows: "<row r=\"1\"><c><v>1</v></c></row>")
    fixture["xl/workbook.xml"] = """
      <workbook xmlns="\(WorkbookFixture.main)" xmlns:r="\(WorkbookFixture.relationships)"><sheets>\
      <sheet name="Module1" sheetId="1" state="veryHidden"/><sheet name="Data" sheetId="2" r:id="rId1"/>\
      <sheet name="Gone" sheetId="3" r:id="rId9"/></sheets></workbook>
      """
    let workbook = try fixture.workbook()
    #expect(workbook.sheets.map(\.isMissing) == [true, false, true])
    #expect(workbook.sheets.map(\.hasCells) == [false, true, false])
    #expect(try workbook.allRows(ofSheet: 1).count == 1)
  }

  @Test func `tells defined names and what they stand for`() throws {
    let names = try Self.listing().workbook().definedNames
    #expect(names.map(\.name) == ["total", "area", "quoted", "rate"])
    #expect(names[0].target?.sheet == "表1 & more")
    #expect(names[0].target?.range == CellRange("B2"))
    #expect(names[1].target?.range == CellRange("A1:C3"))
    #expect(names[1].sheetIndex == 0)
    #expect(names[1].isHidden)
    #expect(names[2].target?.sheet == "it's")
    #expect(names[3].target == nil)
  }

  @Test(arguments: [
    ("", DateSystem.from1900), ("<workbookPr/>", .from1900),
    ("<workbookPr date1904=\"0\"/>", .from1900),
    ("<workbookPr date1904=\"1\"/>", .from1904),
    ("<workbookPr dateCompatibility=\"0\"/>", .from1899),
    ("<workbookPr date1904=\"1\" dateCompatibility=\"0\"/>", .from1904),
  ])
  func `finds the date system`(properties: String, system: DateSystem) throws {
    #expect(try WorkbookFixture(workbook: properties).workbook().dateSystem == system)
  }

  @Test func `strings and formats may be missing`() throws {
    let workbook = try WorkbookFixture(
      rows: "<row r=\"1\"><c r=\"A1\" s=\"7\"><v>1</v></c></row>"
    ).workbook()
    #expect(try workbook.formats() == .plain)
    #expect(try workbook.allRows().first?.cells.first?.format == .general)
  }

  @Test func `a format of the file's own counts before the built-in one`() throws {
    var fixture = WorkbookFixture()
    fixture["xl/styles.xml"] = """
      <styleSheet xmlns="\(WorkbookFixture.main)"><numFmts>\
      <numFmt numFmtId="14" formatCode="0.000"/></numFmts><cellXfs><xf numFmtId="14"/>\
      <xf numFmtId="57"/><xf numFmtId="999"/><xf/></cellXfs></styleSheet>
      """
    let formats = try fixture.workbook().formats()
    #expect(formats.count == 4)
    #expect(formats[0] == NumberFormat(id: 14, code: "0.000"))
    #expect(formats[1].kind == .date)
    #expect(formats[2] == .general)
    #expect(formats[3] == .general)
    #expect(formats[4] == .general)
    #expect(formats[-1] == .general)
  }

  @Test func `tells the producer and custom properties`() throws {
    var fixture = WorkbookFixture()
    fixture["_rels/.rels"] = WorkbookFixture.links([
      ("rId1", "officeDocument", "xl/workbook.xml"),
      ("rId2", "extended-properties", "docProps/app.xml"),
      ("rId3", "custom-properties", "docProps/custom.xml"),
      ("rId4", "metadata/core-properties", "docProps/core.xml"),
    ])
    fixture["docProps/app.xml"] = "<Properties><Application>WPS 表格</Application></Properties>"
    fixture["docProps/core.xml"] = "<p xmlns:dc=\"d\"><dc:title>年报</dc:title><dc:creator/></p>"
    fixture["docProps/custom.xml"] = """
      <Properties><property name="xlsxreport.form"><lpwstr>x</lpwstr></property></Properties>
      """
    let properties = try fixture.workbook().properties()
    #expect(properties.application == "WPS 表格")
    #expect(properties.title == "年报")
    #expect(properties.creator == nil)
    #expect(properties.custom == ["xlsxreport.form": "x"])
  }
}
