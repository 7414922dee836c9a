import Diagnostics
import Spreadsheets
import TestSupport
import Testing

/// A style or a sheet is of use only in the workbook that it comes from.
@Suite struct ForeignHandleTests {
  private let folder = try! TemporaryFolder()

  private func refusal(
    _ name: String, _ work: (WorkbookWriter, StyleIndex) throws -> Void
  ) throws -> WorkbookWriterError? {
    let other = try WorkbookWriter(path: folder.path("other.xlsx"))
    let bold = CellStyle(font: CellFont(isBold: true))
    let style = try other.style(bold)
    let workbook = try WorkbookWriter(path: folder.path(name))
    // At the same place among the styles of both.
    _ = try workbook.style(bold)
    return #expect(throws: WorkbookWriterError.self) { try work(workbook, style) }
  }

  @Test func `refuses the style of another workbook wherever one is given`() throws {
    let uses: [(SheetWriter, StyleIndex) throws -> Void] = [
      { try $0.append(row: [1], style: $1) },
      { sheet, style in
        try sheet.beginRow()
        try sheet.append("x", style)
      },
      { sheet, style in
        try sheet.beginRow()
        try sheet.append(true, style)
      },
      { sheet, style in
        try sheet.beginRow()
        try sheet.append(.divisionByZero, style)
      },
      { sheet, style in
        try sheet.beginRow()
        try sheet.append(formula: "1", style)
      },
      { sheet, style in
        try sheet.beginRow()
        try sheet.append(.blank, style)
      },
      { try $0.beginRow(nil, RowLayout(style: $1)) },
    ]
    for use in uses {
      let error = try refusal("a.xlsx") { try use($0.addSheet("Data"), $1) }
      #expect(error?.reason == .foreignStyle)
      #expect(error?.sheet == "Data")
    }
    let error = try refusal("b.xlsx") {
      _ = try $0.addSheet("Data", SheetLayout(columns: [ColumnLayout(1, style: $1)]))
    }
    #expect(
      error?.phrase
        == Phrase(
          zh: "Data：样式属于另一个工作簿；请用本工作簿的 style(_:) 登记后再用",
          en:
            "Data: the style belongs to another workbook; make it known to this one with style(_:)"
        ))
  }

  @Test func `an editor and a writer do not share styles either`() throws {
    let editor = try WorkbookEditor(bytes: WorkbookFixture().bytes())
    let style = try editor.style(CellStyle(numberFormat: "0.000"))
    try editor.addSheet("New") { try $0.append(row: [1], style: style) }
    let other = try WorkbookEditor(bytes: WorkbookFixture().bytes())
    #expect(throws: WorkbookWriterError.self) {
      try other.addSheet("New") { try $0.append(row: [1], style: style) }
    }
  }

  @Test func `the standard style is every workbook's`() throws {
    let first = try WorkbookWriter(path: folder.path("a.xlsx"))
    let second = try WorkbookWriter(path: folder.path("b.xlsx"))
    #expect(try first.style(.standard) == .standard)
    try second.addSheet("Data").append(row: [1], style: first.style(.standard))
  }

  @Test func `refuses a sheet that another workbook lists, be it listed alike`() throws {
    let bytes = try WorkbookFixture(rows: #"<row r="1"><c r="A1"><v>1</v></c></row>"#).bytes()
    let (first, second) = (try Workbook(bytes: bytes), try Workbook(bytes: bytes))
    #expect(first.sheets == second.sheets)
    let error = #expect(throws: WorkbookError.self) { _ = try first.rows(of: second.sheets[0]) }
    #expect(error?.code == .foreignSheet)
    #expect(
      error?.phrase
        == Phrase(
          zh: "工作表“Data”：这张工作表出自另一个工作簿；请从本工作簿的 sheets 中取用",
          en: """
            sheet "Data": the sheet was listed by another workbook; take it out of this workbook's \
            sheets
            """))
    var log = CellLog()
    #expect(throws: WorkbookError.self) { try first.read(second.sheets[0], into: &log) }
    #expect(try first.allRows().count == 1)
  }
}
