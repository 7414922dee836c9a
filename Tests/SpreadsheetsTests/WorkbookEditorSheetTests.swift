import Spreadsheets
import Testing

/// What a change of cells implies for the sheet and the workbook.
@Suite struct WorkbookEditorSheetTests {
  @Test func `gives back the bytes when nothing is changed`() throws {
    let bytes = try WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#).bytes()
    #expect(try EditedWorkbook(editing: bytes) { _ in }.bytes == bytes)
  }

  @Test(arguments: [
    ("A1", CellContent.number(5), CellContent.number(1)),
    ("A1", .text("other"), .number(1)), ("B1", .number(3), .text("known")),
    ("B1", .text("other"), .text("known")), ("C1", .number(3), .boolean(true)),
  ])
  func `gives back the sheet's bytes when a cell is set back`(
    cell: String, there: CellContent, back: CellContent
  ) throws {
    let fixture = WorkbookFixture(
      rows: """
        <row r="1" spans="1:3"><c r="A1" s="1"><v>1</v></c><c r="B1" t="s"><v>0</v></c>\
        <c r="C1" t="b"><v>1</v></c></row>
        """, strings: ["<t>known</t>"])
    let changed = try EditedWorkbook(fixture) { try $0.set(there, at: at(cell), inSheet: "Data") }
    #expect(changed.sheet != fixture.sheet)
    let back = try EditedWorkbook(editing: changed.bytes) {
      try $0.set(back, at: at(cell), inSheet: "Data")
    }
    #expect(back.sheet == fixture.sheet)
  }

  @Test func `works with prefixes, strict namespaces and a byte order mark`() throws {
    var fixture = WorkbookFixture()
    fixture.sheet = nil
    let text = """
      \u{FEFF}<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">\
      <x:dimension ref="A1"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>1</x:v></x:c></x:row>\
      </x:sheetData></x:worksheet>
      """
    fixture.parts.append(("xl/worksheets/sheet1.xml", Array(text.utf8)))
    let edited = try EditedWorkbook(fixture) {
      try $0.set(2, at: at("A1"), inSheet: "Data")
      try $0.set("t", at: at("B2"), inSheet: "Data")
      try $0.set(.formula("A1", stored: nil), at: at("A3"), inSheet: "Data")
    }
    #expect(
      edited.sheet == """
        \u{FEFF}<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main">\
        <x:dimension ref="A1:B3"/><x:sheetData><x:row r="1"><x:c r="A1"><x:v>2</x:v></x:c></x:row>\
        <x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>t</x:t></x:is></x:c></x:row>\
        <x:row r="3"><x:c r="A3"><x:f>A1</x:f></x:c></x:row></x:sheetData></x:worksheet>
        """)
  }

  @Test func `finds a row that stands out of order`() throws {
    let rows = ##"<row r="3"><c r="A3"><v>3</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>"##
    let edited = try EditedWorkbook(WorkbookFixture(rows: rows)) {
      try $0.set(9, at: at("A1"), inSheet: "Data")
      try $0.set(8, at: at("A3"), inSheet: "Data")
    }
    #expect(
      edited.rows
        == ##"<row r="3"><c r="A3"><v>8</v></c></row><row r="1"><c r="A1"><v>9</v></c></row>"##)
  }

  @Test func `keeps a part in ISO-8859-1`() throws {
    let start = "<?xml version='1.0' encoding='iso-8859-1'?>"
    let root = "<worksheet xmlns='\(WorkbookFixture.main)'>"
    let text = start + root + "<sheetData><row r='1'><c r='A1'><v>1</v></c>"
    let rest = Array("<c r='B1' t='str'><v>é</v></c></row></sheetData></worksheet>".unicodeScalars)
    let fixture = WorkbookFixture(
      sheet: Array(text.utf8) + rest.map { UInt8($0.value) })
    let edited = try EditedWorkbook(fixture) {
      try $0.set(22, at: at("A1"), inSheet: "Data")
      try $0.set("é字", at: at("C1"), inSheet: "Data")
    }
    let row = "<row r='1'><c r='A1'><v>22</v></c><c r='B1' t='str'><v>é</v></c>"
    let added = #"<c r="C1" t="inlineStr"><is><t>é&#23383;</t></is></c></row>"#
    let expected = start + root + "<sheetData>" + row + added + "</sheetData></worksheet>"
    #expect(
      edited.stored["xl/worksheets/sheet1.xml"] == expected.unicodeScalars.map { UInt8($0.value) })
    let cells = try Workbook(bytes: edited.bytes).allRows().flatMap(\.cells)
    #expect(cells.map(\.value) == [.number(22), .text("é"), .text("é字")])
  }

  @Test(arguments: [false, true], [false, true])
  func `keeps a part in UTF-16`(isBigEndian: Bool, hasMark: Bool) throws {
    func encoded(_ text: String) -> [UInt8] {
      ((hasMark ? "\u{FEFF}" : "") + text).utf16.flatMap { unit in
        let bytes = [UInt8(unit & 0xFF), UInt8(unit >> 8)]
        return isBigEndian ? bytes.reversed() : bytes
      }
    }
    let declaration = WorkbookFixture.declaration.replacing("UTF-8", with: "UTF-16")
    let root = "<worksheet xmlns=\"\(WorkbookFixture.main)\"><sheetData><row r=\"1\">"
    let before =
      declaration + root
      + "<c r=\"A1\"><v>1</v></c><c r=\"B1\"><f>A1</f></c></row></sheetData></worksheet>"
    var fixture = WorkbookFixture(sheet: encoded(before))
    let workbook = fixture["xl/workbook.xml"] ?? ""
    fixture["xl/workbook.xml"] = nil
    let main = declaration + workbook.dropFirst(WorkbookFixture.declaration.count)
    fixture.parts.append(("xl/workbook.xml", encoded(main)))
    let edited = try EditedWorkbook(fixture) { try $0.set(22, at: at("A1"), inSheet: "Data") }
    #expect(
      edited.stored["xl/worksheets/sheet1.xml"]
        == encoded(before.replacing("<v>1</v>", with: "<v>22</v>")))
    #expect(
      edited.stored["xl/workbook.xml"]
        == encoded(main.replacing("</sheets>", with: "</sheets><calcPr fullCalcOnLoad=\"1\"/>")))
    #expect(try Workbook(bytes: edited.bytes).allRows().first?.cells.first?.value == .number(22))
  }

  @Test func `leaves out half a character behind a part in UTF-16`() throws {
    let encoded = { (number: Int) in
      """
      \u{FEFF}<worksheet xmlns="\(WorkbookFixture.main)"><sheetData><row r="1"><c r="A1"><v>\(number)</v></c>\
      </row></sheetData></worksheet>
      """.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
    }
    let edited = try EditedWorkbook(WorkbookFixture(sheet: encoded(1) + [0x20])) {
      try $0.set(22, at: at("A1"), inSheet: "Data")
    }
    #expect(edited.stored["xl/worksheets/sheet1.xml"] == encoded(22))
  }

  @Test func `replaces an array formula of a single cell`() throws {
    let fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" cm="1"><f t="array" ref="A1">SUM(B1:B3)</f><v>1</v></c></row>"#)
    let edited = try EditedWorkbook(fixture) { try $0.set(9, at: at("A1"), inSheet: "Data") }
    #expect(edited.rows == #"<row r="1"><c r="A1"><v>9</v></c></row>"#)
  }

  @Test(arguments: [
    #"<c r="A1"><v>1</v></c>"#, #"<c r="A1" s="3"><v>-0.25</v></c>"#,
    #"<c s='3' r='A1' ><v>42</v></c>"#, #"<c r="A1" s="3"><v>0</v><extLst/></c>"#,
    #"<c r="A1"><v>0.1</v></c>"#, #"<c r="A1"><v>1234567.5</v></c>"#, #"<c><v>7</v></c>"#,
  ])
  func `gives back the bytes of a number in the usual form`(_ cell: String) throws {
    let fixture = WorkbookFixture(rows: "<row>\(cell)<c/></row>")
    let old = try #require(try fixture.cells().first?.value)
    guard case .number(let number) = old else {
      Issue.record("no number: \(old)")
      return
    }
    for content: CellContent in [.number(424_242.5), "text", true, .error(.notAvailable)] {
      let there = try EditedWorkbook(fixture) { try $0.set(content, at: at("A1"), inSheet: "Data") }
      #expect(there.sheet != fixture.sheet)
      let back = try EditedWorkbook(editing: there.bytes) {
        try $0.set(.number(number), at: at("A1"), inSheet: "Data")
      }
      #expect(back.sheet == fixture.sheet)
    }
  }

  @Test(arguments: [
    (
      "<sheetPr/><cols><col min=\"2\" max=\"3\" style=\"4\"/></cols><sheetData/><mergeCells/>",
      "<sheetPr/><cols><col min=\"2\" max=\"3\" style=\"4\"/></cols><sheetData><row r=\"2\">"
        + "<c r=\"B2\" s=\"4\"><v>9</v></c></row></sheetData><mergeCells/>"
    ),
    (
      "<sheetPr/><pageMargins/>",
      "<sheetPr/><sheetData><row r=\"2\"><c r=\"B2\"><v>9</v></c></row></sheetData><pageMargins/>"
    ),
  ])
  func `makes the rows of a sheet without any`(before: String, after: String) throws {
    var fixture = WorkbookFixture()
    let root = "<worksheet xmlns=\"\(WorkbookFixture.main)\">"
    fixture.sheet = root + before + "</worksheet>"
    let edited = try EditedWorkbook(fixture) { try $0.set(9, at: at("B2"), inSheet: "Data") }
    #expect(edited.sheet == WorkbookFixture.declaration + root + after + "</worksheet>")
  }

  @Test func `hands a shared formula on to the next cell`() throws {
    let before = """
      <row r="1"><c r="A1"><f t="shared" ref="A1:A3" si="0">B1*$C$1+B2</f><v>1</v></c></row>\
      <row r="2"><c r="A2"><f t="shared" si="0"/><v>2</v></c></row>\
      <row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>
      """
    let edited = try EditedWorkbook(WorkbookFixture(rows: before)) {
      try $0.set(9, at: at("A1"), inSheet: "Data")
    }
    #expect(
      edited.rows == """
        <row r="1"><c r="A1"><v>9</v></c></row>\
        <row r="2"><c r="A2"><f t="shared" ref="A2:A3" si="0">B2*$C$1+B3</f><v>2</v></c></row>\
        <row r="3"><c r="A3"><f t="shared" si="0"/><v>3</v></c></row>
        """)
    let formulas = try Workbook(bytes: edited.bytes).allRows().flatMap(\.cells).map(\.formula)
    #expect(formulas == [nil, "B2*$C$1+B3", "B3*$C$1+B4"])
  }

  @Test func `leaves out the calculation chain when a formula goes`() throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"><f>1</f></c><c r="B1"/></row>"#)
    fixture["xl/calcChain.xml"] = """
      <calcChain xmlns="\(WorkbookFixture.main)"><c r="A1" i="1"/></calcChain>
      """
    fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.links([
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId9", "calcChain", "calcChain.xml"),
    ])
    let kind = "vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    let override = """
      <Override PartName="/xl/calcChain.xml" ContentType="application/\(kind)"/></Types>
      """
    fixture["[Content_Types].xml"] = fixture["[Content_Types].xml"]?
      .replacing("</Types>", with: override).replacing(WorkbookFixture.declaration, with: "")
    let kept = try EditedWorkbook(fixture) { try $0.set(1, at: at("B1"), inSheet: "Data") }
    #expect(kept.names.contains("xl/calcChain.xml"))
    #expect(kept.parts["xl/workbook.xml"]?.contains("<calcPr fullCalcOnLoad=\"1\"/>") == true)
    let edited = try EditedWorkbook(fixture) { try $0.set(1, at: at("A1"), inSheet: "Data") }
    #expect(!edited.names.contains("xl/calcChain.xml"))
    #expect(edited.parts["[Content_Types].xml"]?.contains("calcChain") == false)
    #expect(edited.parts["xl/_rels/workbook.xml.rels"]?.contains("calcChain") == false)
    #expect(edited.parts["xl/_rels/workbook.xml.rels"]?.contains("rId1") == true)
  }

  @Test func `leaves the workbook's part alone when nothing is calculated`() throws {
    let fixture = WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#)
    let edited = try EditedWorkbook(fixture) { try $0.set(2, at: at("A1"), inSheet: "Data") }
    #expect(edited.parts["xl/workbook.xml"] == fixture["xl/workbook.xml"])
    #expect(edited.names == fixture.parts.map(\.name))
  }

  @Test func `fills a cell by a copy of its style`() throws {
    var fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"/><c r="C1"/></row>"#)
    fixture["xl/styles.xml"] = """
      <styleSheet xmlns="\(WorkbookFixture.main)"><fonts count="1"><font/></fonts>\
      <fills count="2"><fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders>\
      <cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
      <xf numFmtId="2" fontId="0" fillId="1" borderId="0" applyFill="0"><protection locked="0"/></xf>\
      </cellXfs></styleSheet>
      """
    let edited = try EditedWorkbook(fixture) {
      for cell in ["A1", "B1", "C1", "D2"] {
        try $0.fill(CellColor(0xFFC7CE), at: at(cell), inSheet: "Data")
      }
    }
    #expect(
      edited.rows == """
        <row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="2"/><c r="C1" s="3"/></row>\
        <row r="2"><c r="D2" s="3"/></row>
        """)
    let styles = edited.parts["xl/styles.xml"] ?? ""
    #expect(
      styles.contains(
        """
        <fills count="3"><fill><patternFill patternType="none"/></fill>\
        <fill><patternFill patternType="gray125"/></fill>\
        <fill><patternFill patternType="solid"><fgColor rgb="FFFFC7CE"/></patternFill></fill></fills>
        """))
    #expect(
      styles.contains(
        """
        <cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>\
        <xf numFmtId="2" fontId="0" fillId="1" borderId="0" applyFill="0"><protection locked="0"/></xf>\
        <xf numFmtId="2" fontId="0" fillId="2" borderId="0" applyFill="1"><protection locked="0"/></xf>\
        <xf numFmtId="0" fontId="0" fillId="2" borderId="0" applyFill="1"/></cellXfs>
        """))
  }

  @Test func `gives a cell another number format by a copy of its style`() throws {
    var fixture = WorkbookFixture(
      rows: #"<row r="1"><c r="A1" s="1"><v>1</v></c><c r="B1" s="1"/></row>"#)
    let formats = """
      <numFmts count="1"><numFmt numFmtId="1" formatCode="yyyy"/></numFmts>
      """
    let rest = """
      <fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders>
      """
    let plain = #"<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>"#
    fixture["xl/styles.xml"] = """
      <styleSheet xmlns="\(WorkbookFixture.main)">\(formats)\(rest)\
      <cellXfs count="2">\(plain)<xf numFmtId="14" fontId="0" fillId="0" borderId="0"/></cellXfs></styleSheet>
      """
    var isDate: [Bool] = []
    let edited = try EditedWorkbook(fixture) {
      for cell in ["A1", "B1", "C1"] {
        isDate.append(try $0.numberFormat(at: at(cell), inSheet: "Data").isDate)
      }
      try $0.setNumberFormat("General", at: at("A1"), inSheet: "Data")
      try $0.setNumberFormat("0.000", at: at("B1"), inSheet: "Data")
      // Format 1 is another one in this workbook.
      try $0.setNumberFormat("0", at: at("C1"), inSheet: "Data")
    }
    #expect(isDate == [true, true, false])
    #expect(
      edited.rows == """
        <row r="1"><c r="A1" s="2"><v>1</v></c><c r="B1" s="3"/><c r="C1" s="4"/></row>
        """)
    let styles = edited.parts["xl/styles.xml"] ?? ""
    #expect(
      styles.contains(
        """
        <numFmts count="3"><numFmt numFmtId="1" formatCode="yyyy"/>\
        <numFmt numFmtId="164" formatCode="0.000"/><numFmt numFmtId="165" formatCode="0"/></numFmts>
        """))
    #expect(
      styles.contains(
        """
        <cellXfs count="5">\(plain)<xf numFmtId="14" fontId="0" fillId="0" borderId="0"/>\
        <xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>\
        <xf numFmtId="164" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>\
        <xf numFmtId="165" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/></cellXfs>
        """))
  }
}
