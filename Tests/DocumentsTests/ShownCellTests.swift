import Diagnostics
import Documents
import Foundation
import Spreadsheets
import TestSupport
import Testing
import ZipFiles

/// What the fonts of a workbook show of its cells.
@Suite struct ShownCellTests {
  private let folder = try! TemporaryFolder()
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// A workbook whose cell formats 0 to 5 are plain, struck out, superscript, white on white, white on
  /// black, and white on nothing.
  private func grid(
    _ rows: String, strings: String = "", before: String = ""
  ) throws -> Grid {
    let path = folder.path("\(UUID()).xlsx")
    let writer = try ZipWriter(path: path)
    func add(_ name: String, _ text: String) throws { try writer.add(name, Array(text.utf8)) }
    try add(
      "[Content_Types].xml",
      "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>")
    func links(_ links: [(String, String)]) -> String {
      let elements = links.enumerated().map {
        "<Relationship Id=\"r\($0)\" Type=\"\(Self.office)/\($1.0)\" Target=\"\($1.1)\"/>"
      }
      return """
        <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
        \(elements.joined())</Relationships>
        """
    }
    try add("_rels/.rels", links([("officeDocument", "xl/workbook.xml")]))
    try add(
      "xl/workbook.xml",
      """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.office)"><sheets>\
      <sheet name="表" sheetId="1" r:id="r0"/></sheets></workbook>
      """)
    try add(
      "xl/_rels/workbook.xml.rels",
      links([
        ("worksheet", "worksheets/sheet1.xml"), ("styles", "styles.xml"),
        ("sharedStrings", "sharedStrings.xml"),
      ]))
    try add(
      "xl/styles.xml",
      """
      <styleSheet xmlns="\(Self.main)"><fonts><font><sz val="11"/></font>\
      <font><strike/></font><font><vertAlign val="superscript"/></font>\
      <font><color rgb="FFFFFFFF"/></font><font><strike val="0"/></font></fonts><fills>\
      <fill><patternFill patternType="none"/></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="00ffffff"/></patternFill></fill>\
      <fill><patternFill patternType="solid"><fgColor rgb="FF000000"/></patternFill></fill></fills>\
      <cellXfs><xf fontId="0"/><xf fontId="1"/><xf fontId="2"/><xf fontId="3" fillId="1"/>\
      <xf fontId="3" fillId="2"/><xf fontId="4"/></cellXfs></styleSheet>
      """)
    try add("xl/sharedStrings.xml", "<sst xmlns=\"\(Self.main)\">\(before)\(strings)</sst>")
    try add(
      "xl/worksheets/sheet1.xml",
      "<worksheet xmlns=\"\(Self.main)\"><sheetData>\(rows)</sheetData></worksheet>")
    try writer.finish()
    return try #require(try SubmissionReader().read(Input(path: path)).grids.first)
  }

  @Test func `a cell's font strikes out, raises or hides its number`() throws {
    let cells = (0...5).map { "<c s=\"\($0)\"><v>87.5</v></c>" }.joined()
    let grid = try grid("<row r=\"1\">\(cells)</row>")
    #expect(grid.cells.allSatisfy { $0.value == .number(87.5) })
    #expect(
      grid.cells.map(\.appearance) == [
        nil, ShownText("", struckOut: ["87.5"]), ShownText("", marks: ["87.5"]),
        ShownText("", hidden: ["87.5"]), nil, nil,
      ])
  }

  /// Items of rich text, each with what it shows.
  private static let items: [(item: String, text: String, shown: ShownText?)] = [
    (
      "<r><t>87</t></r><r><rPr><vertAlign val=\"superscript\"/><sz val=\"9\"/></rPr><t>1</t></r>",
      "87", ShownText("87", marks: ["1"])
    ),
    (
      "<r><rPr><b/><strike/></rPr><t>85</t></r><r><rPr><b/></rPr><t xml:space=\"preserve\"> 87</t></r>",
      " 87", ShownText(" 87", struckOut: ["85"])
    ),
    ("<r><rPr><strike val=\"1\"/></rPr><t>甲</t></r>", "甲", ShownText("", struckOut: ["甲"])),
    ("<r><rPr><strike val=\"0\"/></rPr><t>8</t></r><r><t>7</t></r>", "87", nil),
    ("<r><rPr><vertAlign val=\"baseline\"/></rPr><t>87</t></r>", "87", nil),
    (
      "<t>87</t><rPh sb=\"0\" eb=\"2\"><t>1</t></rPh><phoneticPr fontId=\"1\"/>", "87", nil
    ),
  ]

  /// The shared strings by the scanner, and by libxml2, which a comment calls for; and inline.
  @Test(arguments: ["", "<!-- -->"])
  func `a run's font does so too`(before: String) throws {
    let strings = Self.items.map { "<si>\($0.item)</si>" }.joined()
    let shared = Self.items.indices.map { "<c t=\"s\"><v>\($0)</v></c>" }.joined()
    let inline = Self.items.map { "<c t=\"inlineStr\"><is>\($0.item)</is></c>" }.joined()
    let grid = try grid(
      "<row r=\"1\">\(shared)</row><row r=\"2\">\(inline)</row>", strings: strings, before: before)
    for (row, cells) in [1, 2].map({ row in (row, grid.cells.filter { $0.reference.row == row }) })
    {
      for (cell, item) in zip(cells, Self.items) {
        #expect(cell.value == .text(item.text), "row \(row)")
        #expect(cell.appearance == item.shown, "row \(row), \(item.item)")
      }
    }
  }

  @Test func `a cell that is there twice shows either`() throws {
    let grid = try grid(
      """
      <row r="1"><c r="A1"><v>1</v></c><c r="A1"><v>2</v></c><c r="B1"><v>3</v></c></row>\
      <row r="1"><c r="A1"><v>4</v></c><c r="B1"><v>3</v></c></row>
      """)
    #expect(grid.cells.map(\.value) == [.number(4), .number(3)])
    #expect(
      grid.cells.map(\.appearance) == [
        ShownText("", rivals: [.number(1), .number(2), .number(4)]), nil,
      ])
  }

  @Test func `a cell with two values is refused`() throws {
    let error = #expect(throws: WorkbookError.self) {
      try grid("<row r=\"7\"><c r=\"B7\"><v>12</v><v>345</v></c></row>")
    }
    #expect(error?.code == .malformedCell)
    #expect(
      error?.phrase
        == Phrase(
          zh:
            "工作表“表”，单元格 B7，部件 /xl/worksheets/sheet1.xml，第 1 行：单元格里有两个值，哪一个有效不明确；请用 Excel 或 WPS 打开后另存",
          en: """
            sheet "表", cell B7, part /xl/worksheets/sheet1.xml, line 1: the cell holds two values, \
            and which one counts is uncertain; open the file in Excel or WPS and save it again
            """))
  }
}
