import Spreadsheets
import Testing

@Suite struct SheetRowsTests {
  @Test func `reads every kind of cell`() throws {
    let cells = try WorkbookFixture(
      rows: """
        <row r="1"><c r="A1" t="s"><v>1</v></c><c r="B1"><v>42.5</v></c><c r="C1" t="b"><v>1</v></c>\
        <c r="D1" t="e"><v>#DIV/0!</v></c><c r="E1" t="str"><v>a_x000D_b</v></c>\
        <c r="F1" t="inlineStr"><is><r><t>in</t></r><r><t> line</t></r></is></c>\
        <c r="G1" t="d"><v>2024-02-29</v></c><c r="H1" s="1"/></row>
        """, strings: ["<t>x</t>", "<r><t>ri</t></r><r><t>ch</t></r><rPh><t>no</t></rPh>"]
    ).cells()
    #expect(
      cells.map(\.value) == [
        .text("rich"), .number(42.5), .boolean(true), .error(.divisionByZero), .text("a\rb"),
        .text("in line"), .dateText("2024-02-29"), .empty,
      ])
    #expect(cells.map(\.reference.column) == Array(1...8))
  }
}
