import Spreadsheets
import Testing

/// What becomes of a sheet's bytes when one cell is given other content.
@Suite struct WorkbookEditorCellTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var before: String
    var cell: String
    var content: CellContent
    var after: String

    init(
      _ label: String, _ before: String, _ cell: String, _ content: CellContent, _ after: String
    ) {
      testDescription = label
      (self.before, self.cell, self.content, self.after) = (before, cell, content, after)
    }
  }

  static let strings = ["<t>known</t>", "<r><t>rich</t></r>"]

  static let values = [
    Case(
      "number for number", #"<row r="1"><c r="A1" s="5"><v>1.0</v></c><c r="B1"/></row>"#, "A1", 9,
      #"<row r="1"><c r="A1" s="5"><v>9</v></c><c r="B1"/></row>"#),
    Case(
      "number in tags of several lines", "<row\nr=\"3\"><c\nr=\"C3\"\ns=\"5\"><v>1</v></c></row>",
      "C3", 9, "<row\nr=\"3\"><c\nr=\"C3\"\ns=\"5\"><v>9</v></c></row>"),
    Case(
      "the shortest decimals", #"<row r="1"><c r="A1"><v>1</v></c></row>"#, "A1", 0.1,
      #"<row r="1"><c r="A1"><v>0.1</v></c></row>"#),
    Case(
      "number for shared text", #"<row r="1"><c r="A1" s="5" t="s"><v>0</v></c></row>"#, "A1", 9,
      #"<row r="1"><c r="A1" s="5"><v>9</v></c></row>"#),
    Case(
      "number for inline text",
      #"<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>"#, "A1", 9,
      #"<row r="1"><c r="A1"><v>9</v></c></row>"#),
    Case(
      "number where the type is said", #"<row r="1"><c r="A1" t="n"><v>1</v></c></row>"#, "A1", 9,
      #"<row r="1"><c r="A1" t="n"><v>9</v></c></row>"#),
    Case(
      "a text that is there", #"<row r="1"><c r="A1" s="5"><v>1</v></c></row>"#, "A1", "known",
      #"<row r="1"><c r="A1" s="5" t="s"><v>0</v></c></row>"#),
    Case(
      "a text that only stands formatted", #"<row r="1"><c r="A1"/></row>"#, "A1", "rich",
      #"<row r="1"><c r="A1" t="s"><v>2</v></c></row>"#),
    Case(
      "boolean", #"<row r="1"><c r="A1"><v>1</v></c></row>"#, "A1", true,
      #"<row r="1"><c r="A1" t="b"><v>1</v></c></row>"#),
    Case(
      "error", #"<row r="1"><c r="A1"><v>1</v></c></row>"#, "A1", .error(.notAvailable),
      #"<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>"#),
    Case(
      "blank", #"<row r="1"><c r="A1" s="5" t="s"><v>0</v></c></row>"#, "A1", .blank,
      #"<row r="1"><c r="A1" s="5"></c></row>"#),
    Case(
      "formula with its value", #"<row r="1"><c r="A1"><v>1</v></c></row>"#, "A1",
      .formula("B1&\"<\"", stored: .text("<")),
      #"<row r="1"><c r="A1" t="str"><f>B1&amp;&quot;&lt;&quot;</f><v>&lt;</v></c></row>"#),
    Case(
      "value for formula", #"<row r="1"><c r="A1"><f>B1+1</f><v>1</v></c></row>"#, "A1", 9,
      #"<row r="1"><c r="A1"><v>9</v></c></row>"#),
    Case(
      "metadata of the old value goes",
      #"<row r="1"><c r="A1" t="e" vm="1"><v>#VALUE!</v></c></row>"#, "A1", 9,
      #"<row r="1"><c r="A1"><v>9</v></c></row>"#),
    Case(
      "all else about the cell stays",
      "<row  ht='20' r='1'>\n <c s='3' r='A1' ><!-- 9 --><v >1</v><extLst><ext uri='u'/></extLst></c>\n</row>",
      "A1", 9,
      "<row  ht='20' r='1'>\n <c s='3' r='A1' ><!-- 9 --><v >9</v><extLst><ext uri='u'/></extLst></c>\n</row>"
    ),
  ]

  static let places = [
    Case(
      "into an empty cell", #"<row r="1"><c r="A1" s="5"/></row>"#, "A1", 9,
      #"<row r="1"><c r="A1" s="5"><v>9</v></c></row>"#),
    Case(
      "between cells", #"<row r="1"><c r="A1"/><c r="C1"/></row>"#, "B1", 9,
      #"<row r="1"><c r="A1"/><c r="B1"><v>9</v></c><c r="C1"/></row>"#),
    Case(
      "behind the last cell", #"<row r="1" spans="1:2"><c r="A1"/> </row>"#, "D1", 9,
      #"<row r="1" spans="1:4"><c r="A1"/><c r="D1"><v>9</v></c> </row>"#),
    Case(
      "into an empty row", #"<row r="1" s="7" customFormat="1"/>"#, "B1", 9,
      #"<row r="1" s="7" customFormat="1"><c r="B1" s="7"><v>9</v></c></row>"#),
    Case(
      "a row between", #"<row r="1"/><row r="5"/>"#, "B3", 9,
      #"<row r="1"/><row r="3"><c r="B3"><v>9</v></c></row><row r="5"/>"#),
    Case(
      "a row behind", #"<row r="1"/>"#, "B3", 9,
      #"<row r="1"/><row r="3"><c r="B3"><v>9</v></c></row>"#),
    Case("the first row", "", "B3", 9, #"<row r="3"><c r="B3"><v>9</v></c></row>"#),
    Case(
      "cells without references", "<row><c><v>1</v></c><c><v>2</v></c></row>", "B1", 9,
      "<row><c><v>1</v></c><c><v>9</v></c></row>"),
    Case(
      "before a cell without a reference", #"<row r="1"><c r="B1"/><c/><c/></row>"#, "A1", 9,
      #"<row r="1"><c r="A1"><v>9</v></c><c r="B1"/><c/><c/></row>"#),
    Case(
      "before a row without a number", #"<row r="3"/><row/><row r="9"/><row/>"#, "A8", 9,
      #"<row r="3"/><row/><row r="8"><c r="A8"><v>9</v></c></row><row r="9"/><row/>"#),
    Case("a blank where nothing is", #"<row r="1"/>"#, "B3", .blank, #"<row r="1"/>"#),
  ]

  @Test(arguments: values) func `changes the cell's value alone`(_ test: Case) throws {
    let fixture = WorkbookFixture(rows: test.before, strings: Self.strings)
    let edited = try EditedWorkbook(fixture) {
      try $0.set(test.content, at: at(test.cell), inSheet: "Data")
    }
    #expect(edited.rows == test.after)
  }

  @Test(arguments: places) func `finds or makes the cell's place`(_ test: Case) throws {
    let edited = try EditedWorkbook(WorkbookFixture(rows: test.before)) {
      try $0.set(test.content, at: at(test.cell), inSheet: "Data")
    }
    #expect(edited.rows == test.after)
  }

  @Test func `numbers a cell whose place was counted`() throws {
    let before = #"<row r="1"><c r="A1"/><c r="D1"/></row><row><c/><c r="C2"/><c/></row>"#
    let edited = try EditedWorkbook(WorkbookFixture(rows: before)) {
      try $0.set(1, at: at("B2"), inSheet: "Data")
      try $0.set(2, at: at("F2"), inSheet: "Data")
    }
    #expect(
      edited.rows == """
        <row r="1"><c r="A1"/><c r="D1"/></row><row><c/><c r="B2"><v>1</v></c><c r="C2"/><c/>\
        <c r="F2"><v>2</v></c></row>
        """)
  }

  @Test func `adds texts behind those that are there`() throws {
    var fixture = WorkbookFixture(rows: #"<row r="1"/>"#)
    fixture["xl/sharedStrings.xml"] = """
      <sst xmlns="\(WorkbookFixture.main)" count="1" uniqueCount="1"><si><t>a</t></si></sst>
      """
    let edited = try EditedWorkbook(fixture) {
      try $0.set(" b\u{1}", at: at("A1"), inSheet: "Data")
      try $0.set("a", at: at("B1"), inSheet: "Data")
      try $0.set(" b\u{1}", at: at("C1"), inSheet: "Data")
    }
    #expect(
      edited.parts["xl/sharedStrings.xml"] == WorkbookFixture.declaration + """
        <sst xmlns="\(WorkbookFixture.main)" count="4" uniqueCount="2"><si><t>a</t></si>\
        <si><t xml:space="preserve"> b_x0001_</t></si></sst>
        """)
    #expect(
      edited.rows == """
        <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1" t="s"><v>0</v></c>\
        <c r="C1" t="s"><v>1</v></c></row>
        """)
  }

  @Test func `lets a text stand in its cell where there are no shared strings`() throws {
    let edited = try EditedWorkbook(WorkbookFixture(rows: #"<row r="1"/>"#)) {
      try $0.set("a<b", at: at("A1"), inSheet: "Data")
    }
    #expect(edited.rows == #"<row r="1"><c r="A1" t="inlineStr"><is><t>a&lt;b</t></is></c></row>"#)
  }

  @Test func `keeps a formula and changes its stored value`() throws {
    let before = """
      <row r="1"><c r="A1"><f>B1+1</f><v>1</v></c><c r="B1" t="str"><f>1</f><v>x</v></c>\
      <c r="C1"><f>2</f></c></row>
      """
    let edited = try EditedWorkbook(WorkbookFixture(rows: before)) {
      try $0.setStored(.number(2), at: at("A1"), inSheet: "Data")
      try $0.setStored(nil, at: at("B1"), inSheet: "Data")
      try $0.setStored(.text("&"), at: at("C1"), inSheet: "Data")
    }
    #expect(
      edited.rows == """
        <row r="1"><c r="A1"><f>B1+1</f><v>2</v></c><c r="B1"><f>1</f></c>\
        <c r="C1" t="str"><f>2</f><v>&amp;</v></c></row>
        """)
  }
}
