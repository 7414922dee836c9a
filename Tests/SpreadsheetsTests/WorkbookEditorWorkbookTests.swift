import Diagnostics
import Spreadsheets
import Testing

/// What is added to a workbook: comments, sheets, names, properties, headers of tables.
@Suite struct WorkbookEditorWorkbookTests {
  static let legacy = "xl/drawings/vmlDrawing1.vml"

  @Test func `gives a sheet its first comments`() throws {
    let fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"/></row>"#, after: "<pageMargins/>")
    let edited = try EditedWorkbook(fixture) {
      try $0.comment("合计不对 <1>", at: at("B2"), inSheet: "Data")
      try $0.comment("其二", at: at("B2"), inSheet: "Data")
      try $0.comment("first", at: at("A1"), inSheet: "Data", author: "clerk")
    }
    #expect(
      edited.parts["xl/comments1.xml"] == WorkbookFixture.declaration + """
        <comments xmlns="\(WorkbookFixture.main)"><authors><author>clerk</author>\
        <author>xlsxreport</author></authors><commentList>\
        <comment ref="A1" authorId="0"><text><t>first</t></text></comment>\
        <comment ref="B2" authorId="1"><text><t xml:space="preserve">合计不对 &lt;1&gt;
        其二</t></text></comment></commentList></comments>
        """)
    #expect(
      edited.sheet == WorkbookFixture.declaration + """
        <worksheet xmlns="\(WorkbookFixture.main)"><sheetData><row r="1"><c r="A1"/></row>\
        </sheetData><pageMargins/><legacyDrawing xmlns:r="\(WorkbookFixture.relationships)" \
        r:id="rId2"/></worksheet>
        """)
    let shapes = edited.parts[Self.legacy] ?? ""
    #expect(shapes.contains("<x:Row>1</x:Row><x:Column>1</x:Column>"))
    #expect(shapes.contains("id=\"_x0000_s1025\"") && shapes.contains("id=\"_x0000_s1026\""))
    #expect(
      edited.parts["xl/worksheets/_rels/sheet1.xml.rels"] == WorkbookFixture.declaration
        + WorkbookFixture.links([
          ("rId1", "comments", "../comments1.xml"),
          ("rId2", "vmlDrawing", "../drawings/vmlDrawing1.vml"),
        ]))
    let types = edited.parts["[Content_Types].xml"] ?? ""
    #expect(types.contains("PartName=\"/xl/comments1.xml\""))
    #expect(types.contains("PartName=\"/xl/drawings/vmlDrawing1.vml\""))
  }

  @Test func `gives a long comment room`() throws {
    let text = String(repeating: "字", count: 100) + "\n" + String(repeating: "a", count: 30)
    let edited = try EditedWorkbook(WorkbookFixture()) {
      try $0.comment(text, at: at("B3"), inSheet: "Data")
      try $0.comment(String(repeating: "字", count: 9000), at: at("B9"), inSheet: "Data")
    }
    let drawing = edited.parts["xl/drawings/vmlDrawing1.vml"] ?? ""
    #expect(drawing.contains("<x:Anchor>2, 15, 1, 10, 5, 15, 12, 4</x:Anchor>"))
    #expect(drawing.contains("<x:Anchor>2, 15, 7, 10, 5, 15, 37, 4</x:Anchor>"))
  }

  @Test func `shows comments of a strict sheet as Excel does`() throws {
    let strict = "http://purl.oclc.org/ooxml/officeDocument/relationships"
    var fixture = WorkbookFixture()
    fixture.sheet = """
      <worksheet xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:q="\(strict)">\
      <sheetData/></worksheet>
      """
    let first = try EditedWorkbook(fixture) {
      try $0.comment("one", at: at("A1"), inSheet: "Data")
    }
    let drawing = """
      <sheetData/><mc:AlternateContent \
      xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">\
      <mc:Choice xmlns:v="urn:schemas-microsoft-com:vml" Requires="v">\
      <legacyDrawing q:id="rId2"/></mc:Choice></mc:AlternateContent></worksheet>
      """
    #expect(first.sheet.hasSuffix(drawing))
    let second = try EditedWorkbook(editing: first.bytes) {
      try $0.comment("two", at: at("A1"), inSheet: "Data")
      try $0.comment("new", at: at("B1"), inSheet: "Data")
    }
    #expect(second.sheet == first.sheet)
    #expect(second.names == first.names)
    #expect(second.parts[Self.legacy]?.contains("_x0000_s1026") == true)
    #expect(second.parts["xl/comments1.xml"]?.contains(">one\ntwo</t>") == true)
  }

  @Test(arguments: [
    ("<text><t>old</t></text>", "<text><t xml:space=\"preserve\">old\nnew</t></text>"),
    (
      "<text><r><rPr><b/></rPr><t>old</t></r></text>",
      "<text><r><rPr><b/></rPr><t>old</t></r><r><t xml:space=\"preserve\">\nnew</t></r></text>"
    ),
    ("<text/>", "<text><t>new</t></text>"), ("", "<text><t>new</t></text>"),
  ])
  func `adds a line to a comment that is there`(before: String, after: String) throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"/>"#)
    let start = "<comments xmlns=\"\(WorkbookFixture.main)\"><authors><author>a</author></authors>"
    let list = "<commentList><comment ref=\"B2\" authorId=\"0\" shapeId=\"0\">"
    let end = "</comment></commentList></comments>"
    fixture["xl/comments7.xml"] = start + list + before + end
    fixture["xl/worksheets/_rels/sheet1.xml.rels"] = WorkbookFixture.links([
      ("rId4", "comments", "../comments7.xml")
    ])
    let edited = try EditedWorkbook(fixture) {
      try $0.comment("new", at: at("B2"), inSheet: "Data")
    }
    #expect(
      edited.parts["xl/comments7.xml"] == WorkbookFixture.declaration + start + list + after + end)
    #expect(edited.sheet == fixture.sheet)
    #expect(edited.names == fixture.parts.map(\.name))
  }

  @Test func `adds a sheet in front and keeps what is shown and named`() throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"/></row>"#)
    fixture["xl/workbook.xml"] = """
      <workbook xmlns="\(WorkbookFixture.main)" xmlns:r="\(WorkbookFixture.relationships)">\
      <bookViews><workbookView xWindow="1"/></bookViews>\
      <sheets><sheet name="Data" sheetId="4" r:id="rId1"/></sheets>\
      <definedNames><definedName name="a" localSheetId="0">Data!$A$1</definedName>\
      <definedName name="b">Data!$B$1</definedName></definedNames></workbook>
      """
    let edited = try EditedWorkbook(fixture) {
      try $0.addSheet("结果 & more", at: 0) { try $0.append(row: ["x", 1]) }
      try $0.define("b", as: "Data!$C$1")
      try $0.define("a", as: "Data!$D$1", onSheet: "data")
      try $0.define("c.d", as: "'结果 & more'!$A$1", onSheet: "结果 & more")
    }
    #expect(
      edited.parts["xl/workbook.xml"] == WorkbookFixture.declaration + """
        <workbook xmlns="\(WorkbookFixture.main)" xmlns:r="\(WorkbookFixture.relationships)">\
        <bookViews><workbookView xWindow="1" activeTab="1" firstSheet="1"/></bookViews>\
        <sheets><sheet name="结果 &amp; more" sheetId="5" r:id="rId4"/>\
        <sheet name="Data" sheetId="4" r:id="rId1"/></sheets>\
        <definedNames><definedName name="a" localSheetId="1">Data!$D$1</definedName>\
        <definedName name="b">Data!$C$1</definedName>\
        <definedName name="c.d" localSheetId="0">'结果 &amp; more'!$A$1</definedName>\
        </definedNames></workbook>
        """)
    let workbook = try Workbook(bytes: edited.bytes)
    #expect(workbook.sheets.map(\.name) == ["结果 & more", "Data"])
    #expect(try workbook.allRows().flatMap(\.cells).map(\.value) == [.text("x"), .number(1)])
    #expect(edited.sheet == fixture.sheet)
  }

  @Test func `adds sheets behind the others`() throws {
    let edited = try EditedWorkbook(WorkbookFixture()) {
      try $0.addSheet("B") { _ in }
      try $0.addSheet("C") { _ in }
      try $0.addSheet("A", at: 0) { _ in }
    }
    #expect(try Workbook(bytes: edited.bytes).sheets.map(\.name) == ["A", "Data", "B", "C"])
  }

  @Test func `shows the new sheet first when asked to`() throws {
    let fixture = WorkbookFixture(
      before: #"<sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews>"#,
      workbook: "<bookViews><workbookView/></bookViews>")
    let edited = try EditedWorkbook(fixture) {
      try $0.addSheet("New", at: 9, SheetLayout(isActive: true)) { _ in }
    }
    #expect(edited.sheet.contains(#"<sheetView tabSelected="0" workbookViewId="0"/>"#))
    #expect(edited.parts["xl/worksheets/sheet2.xml"]?.contains(#"tabSelected="1""#) == true)
    #expect(edited.parts["xl/workbook.xml"]?.contains(#"<workbookView activeTab="1"/>"#) == true)
  }

  @Test func `sets custom properties, new and old`() throws {
    let first = try EditedWorkbook(WorkbookFixture()) {
      try $0.set(CustomProperty("xlsxreport.form", "a&b"))
      try $0.set(CustomProperty("n", .whole(3)))
    }
    #expect(
      try Workbook(bytes: first.bytes).properties().custom == [
        "xlsxreport.form": "a&b", "n": "3",
      ])
    let second = try EditedWorkbook(editing: first.bytes) {
      try $0.set(CustomProperty("XLSXREPORT.form", "c"))
      try $0.set(CustomProperty("t", .boolean(true)))
    }
    #expect(
      try Workbook(bytes: second.bytes).properties().custom == [
        "xlsxreport.form": "c", "n": "3", "t": "true",
      ])
    #expect(second.names == first.names)
  }

  @Test func `lets a table's header follow its cell`() throws {
    let edited = try EditedWorkbook(try Self.table()) {
      try $0.set("New", at: at("B1"), inSheet: "Data")
      try $0.set("Old", at: at("A1"), inSheet: "Data")
      try $0.set(5, at: at("B2"), inSheet: "Data")
    }
    #expect(
      edited.parts["xl/tables/table1.xml"]?.contains(
        #"<tableColumn id="1" name="Old"/><tableColumn id="2" name="New"/>"#) == true)
  }

  static func table(formula: String = "") throws -> WorkbookFixture {
    var fixture = WorkbookFixture(
      rows: """
        <row r="1"><c r="A1" t="inlineStr"><is><t>Old</t></is></c>\
        <c r="B1" t="inlineStr"><is><t>B</t></is></c></row>\
        <row r="2"><c r="D2">\(formula)</c></row>
        """,
      after: """
        <tableParts count="1"><tablePart xmlns:r="\(WorkbookFixture.relationships)" r:id="rId1"/>\
        </tableParts>
        """)
    fixture["xl/tables/table1.xml"] = """
      <table xmlns="\(WorkbookFixture.main)" id="1" name="T" displayName="T" ref="A1:B3">\
      <tableColumns count="2"><tableColumn id="1" name="Old"/><tableColumn id="2" name="B"/>\
      </tableColumns></table>
      """
    fixture["xl/worksheets/_rels/sheet1.xml.rels"] = WorkbookFixture.links([
      ("rId1", "table", "../tables/table1.xml")
    ])
    return fixture
  }
}
