import Spreadsheets
import Testing

/// Changes over several sheets, and in sheets that leave out what can be counted.
struct WorkbookEditorSheetsTests {
  /// A workbook with two sheets and a calculation chain.
  private func twoSheets(_ first: String, _ second: String) -> WorkbookFixture {
    var fixture = WorkbookFixture(rows: first)
    fixture["xl/worksheets/sheet2.xml"] = """
      <worksheet xmlns="\(WorkbookFixture.main)"><sheetData>\(second)</sheetData></worksheet>
      """
    fixture["xl/workbook.xml"] = """
      <workbook xmlns="\(WorkbookFixture.main)" xmlns:r="\(WorkbookFixture.relationships)"><sheets>\
      <sheet name="Data" sheetId="1" r:id="rId1"/><sheet name="More" sheetId="2" r:id="rId2"/>\
      </sheets></workbook>
      """
    fixture["xl/calcChain.xml"] = """
      <calcChain xmlns="\(WorkbookFixture.main)"><c r="A1" i="1"/><c r="A1" i="2"/></calcChain>
      """
    fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.links([
      ("rId1", "worksheet", "worksheets/sheet1.xml"),
      ("rId2", "worksheet", "worksheets/sheet2.xml"), ("rId9", "calcChain", "calcChain.xml"),
    ])
    let kind = "vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"
    let override = """
      <Override PartName="/xl/calcChain.xml" ContentType="application/\(kind)"/></Types>
      """
    fixture["[Content_Types].xml"] = fixture["[Content_Types].xml"]?
      .replacing("</Types>", with: override).replacing(WorkbookFixture.declaration, with: "")
    return fixture
  }

  private let formula = #"<row r="1"><c r="A1"><f>1</f><v>1</v></c><c r="B1"><v>2</v></c></row>"#

  @Test(
    "keeps the calculation chain only where no sheet loses a formula",
    arguments: [
      (["Data!B1"], true), (["More!B1"], true), (["Data!B1", "More!B1"], true),
      (["Data!A1"], false), (["More!A1"], false), (["Data!A1", "More!A1"], false),
      (["Data!A1", "More!B1"], false), (["Data!B1", "More!A1"], false),
    ])
  func keepsTheChain(cells: [String], isKept: Bool) throws {
    let edited = try EditedWorkbook(twoSheets(formula, formula)) { editor in
      for cell in cells {
        let parts = cell.split(separator: "!").map(String.init)
        try editor.set(9, at: at(parts[1]), inSheet: parts[0])
      }
    }
    #expect(edited.names.contains("xl/calcChain.xml") == isKept)
    #expect(edited.parts["xl/workbook.xml"]?.contains("fullCalcOnLoad=\"1\"") == true)
    let (first, second) = (edited.sheet, edited.parts["xl/worksheets/sheet2.xml"] ?? "")
    #expect(first.contains("<v>9</v>") == cells.contains { $0.hasPrefix("Data") })
    #expect(second.contains("<v>9</v>") == cells.contains { $0.hasPrefix("More") })
  }

  @Test func `a formula set on another keeps the chain`() throws {
    let edited = try EditedWorkbook(twoSheets(formula, formula)) {
      try $0.set(.formula("2", stored: .number(2)), at: at("A1"), inSheet: "Data")
    }
    #expect(edited.names.contains("xl/calcChain.xml"))
  }

  @Test(
    "calculates again where any sheet has a formula",
    arguments: [
      ("<row r=\"1\"><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"A1\"><f>1</f></c></row>", true),
      ("<row r=\"1\"><c r=\"A1\"><f>1</f></c></row>", "", true),
      ("<row r=\"1\"><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"A1\"><f/></c></row>", true),
      (
        "<row r=\"1\"><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"A1\"><f t=\"shared\" si=\"0\"/></c></row>", true
      ),
      ("<row r=\"1\"><c r=\"A1\"/></row>", "<row r=\"1\"><c r=\"A1\"><v>1</v></c></row>", false),
      (
        "<row r=\"1\"><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>a:f b</v></c></row>", true
      ),
      (
        "<row r=\"1\"><c r=\"A1\"/></row>",
        "<row r=\"1\"><c r=\"A1\" t=\"str\"><v>af f</v></c></row>", false
      ),
      ("<row r=\"1\"><c r=\"A1\"/></row>", "", false),
    ])
  func calculatesAgain(first: String, second: String, isCalculated: Bool) throws {
    var fixture = twoSheets(first, second)
    fixture["xl/calcChain.xml"] = nil
    fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.links([
      ("rId1", "worksheet", "worksheets/sheet1.xml"),
      ("rId2", "worksheet", "worksheets/sheet2.xml"),
    ])
    fixture["[Content_Types].xml"] = WorkbookFixture()["[Content_Types].xml"]?
      .replacing(WorkbookFixture.declaration, with: "")
    let edited = try EditedWorkbook(fixture) { try $0.set(5, at: at("B9"), inSheet: "Data") }
    #expect(edited.parts["xl/workbook.xml"]?.contains("fullCalcOnLoad") == isCalculated)
  }

  /// Cells and rows without references are counted from those before them.
  @Test(arguments: [
    (
      "C1", "<row><c><v>1</v></c><c><v>2</v></c></row>",
      #"<row><c><v>1</v></c><c><v>2</v></c><c r="C1"><v>9</v></c></row>"#
    ),
    (
      "D1",
      #"<row><c r="C1"><v>1</v></c><c><v>2</v></c><c r="F1"><v>3</v></c><c><v>4</v></c></row>"#,
      #"<row><c r="C1"><v>1</v></c><c><v>9</v></c><c r="F1"><v>3</v></c><c><v>4</v></c></row>"#
    ),
    (
      "E1",
      #"<row><c r="C1"><v>1</v></c><c><v>2</v></c><c r="F1"><v>3</v></c><c><v>4</v></c></row>"#,
      """
      <row><c r="C1"><v>1</v></c><c><v>2</v></c><c r="E1"><v>9</v></c><c r="F1"><v>3</v></c><c>\
      <v>4</v></c></row>
      """
    ),
    (
      "A1", #"<row><c r="C1"><v>1</v></c><c><v>2</v></c></row>"#,
      #"<row><c r="A1"><v>9</v></c><c r="C1"><v>1</v></c><c><v>2</v></c></row>"#
    ),
    (
      "A2",
      #"<row><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row><row><c><v>3</v></c></row>"#,
      """
      <row><c><v>1</v></c></row><row r="2"><c r="A2"><v>9</v></c></row><row r="3"><c><v>2</v></c></row>\
      <row><c><v>3</v></c></row>
      """
    ),
    (
      "A4",
      #"<row><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row><row><c><v>3</v></c></row>"#,
      #"<row><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row><row><c><v>9</v></c></row>"#
    ),
    (
      "B5", #"<row><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row><row/>"#,
      """
      <row><c><v>1</v></c></row><row r="3"><c><v>2</v></c></row><row/><row r="5"><c r="B5"><v>9</v></c>\
      </row>
      """
    ),
    (
      "A1", #"<row r="5"><c><v>5</v></c></row><row><c><v>6</v></c></row>"#,
      """
      <row r="1"><c r="A1"><v>9</v></c></row><row r="5"><c><v>5</v></c></row><row><c><v>6</v></c></row>
      """
    ),
    (
      "A2",
      #"<row r="5"><c><v>5</v></c></row><row r="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>"#,
      #"<row r="5"><c><v>5</v></c></row><row r="1"><c><v>1</v></c></row><row><c><v>9</v></c></row>"#
    ),
    (
      "A3",
      #"<row r="5"><c><v>5</v></c></row><row r="1"><c><v>1</v></c></row><row><c><v>2</v></c></row>"#,
      """
      <row r="3"><c r="A3"><v>9</v></c></row><row r="5"><c><v>5</v></c></row><row r="1"><c><v>1</v></c>\
      </row><row><c><v>2</v></c></row>
      """
    ),
  ])
  func countsCellsWithoutReferences(cell: String, rows: String, expected: String) throws {
    let fixture = WorkbookFixture(rows: rows)
    let edited = try EditedWorkbook(fixture) { try $0.set(9, at: at(cell), inSheet: "Data") }
    #expect(edited.rows == expected)
    var before = values(try fixture.cells())
    before[cell] = .number(9)
    #expect(values(try Workbook(bytes: edited.bytes).allRows().flatMap(\.cells)) == before)
  }

  @Test func `adds several cells between others, each in its place`() throws {
    let rows =
      #"<row r="1" spans="2:5"><c r="B1"><v>1</v></c><c r="E1"><v>2</v></c><c><v>3</v></c></row>"#
    let edited = try EditedWorkbook(WorkbookFixture(rows: rows)) {
      for cell in ["G1", "C1", "A1", "D1"] { try $0.set(9, at: at(cell), inSheet: "Data") }
    }
    #expect(
      edited.rows == """
        <row r="1" spans="1:7"><c r="A1"><v>9</v></c><c r="B1"><v>1</v></c><c r="C1"><v>9</v></c>\
        <c r="D1"><v>9</v></c><c r="E1"><v>2</v></c><c><v>3</v></c><c r="G1"><v>9</v></c></row>
        """)
  }

  @Test(
    "widens the hint of the columns only where it must",
    arguments: [
      ("C1", "2:5"), ("B1", "2:5"), ("E1", "2:5"), ("A1", "1:5"), ("F1", "2:6"),
    ])
  func widensSpans(cell: String, spans: String) throws {
    let rows = #"<row r="1" spans="2:5"><c r="D1"><v>1</v></c></row>"#
    let edited = try EditedWorkbook(WorkbookFixture(rows: rows)) {
      try $0.set(9, at: at(cell), inSheet: "Data")
    }
    #expect(edited.rows.contains("spans=\"\(spans)\""))
  }

  @Test(
    "widens the sheet's range only where it must",
    arguments: [
      ("C3", "B2:D4"), ("B2", "B2:D4"), ("D4", "B2:D4"), ("A3", "A2:D4"), ("C1", "B1:D4"),
      ("E3", "B2:E4"),
      ("C5", "B2:D5"), ("F9", "B2:F9"),
    ])
  func widensTheRange(cell: String, range: String) throws {
    let fixture = WorkbookFixture(rows: "", before: #"<dimension ref="B2:D4"/>"#)
    let edited = try EditedWorkbook(fixture) { try $0.set(9, at: at(cell), inSheet: "Data") }
    #expect(edited.sheet.contains("<dimension ref=\"\(range)\"/>"))
  }

  private func values(_ cells: [Cell]) -> [String: CellValue] {
    Dictionary(uniqueKeysWithValues: cells.map { ($0.reference.description, $0.value) })
  }
}
