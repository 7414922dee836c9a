import Documents
import FormReading
import FormWriting
import Foundation
import ReportModel
import Spreadsheets
import TestSupport
import Testing

/// A report is filled into a workbook that somebody else laid out.
struct OfficeTemplateTests {
  private let folder: TemporaryFolder
  private let form = Forms.form2021

  init() throws { folder = try TemporaryFolder() }

  @Test("a blank template of our own takes a whole report, its formulas stay")
  func ownTemplate() throws {
    let (blank, filled) = (folder.path("blank.xlsx"), folder.path("filled.xlsx"))
    try ReportWorkbook.writeTemplate(form, to: blank)
    let report = try Forms.example()
    let leftovers = try template(blank).fill(report, to: filled)
    #expect(leftovers == OfficeTemplate.Leftovers())
    let document = try SubmissionReader().read(Input(path: filled))
    let read = try FormReader(FormLibrary([form])).read(document, file: "filled.xlsx").report
    #expect(read.isEqual(to: report), "\(read.difference(from: report))")
    let total = try #require(document.names["f.requests.received.total"])
    #expect(document.grids[total.grid][total.reference]?.formula == .evaluated)
    #expect(document.grids[total.grid][total.reference]?.value == .number(9))
  }

  @Test("a total of blanks keeps no number of another year")
  func staleTotals() throws {
    let (blank, last, filled) = (
      folder.path("blank.xlsx"), folder.path("last.xlsx"), folder.path("filled.xlsx")
    )
    try ReportWorkbook.writeTemplate(form, to: blank)
    var report = try Forms.example()
    _ = try template(blank).fill(report, to: last)
    let table = try #require(form.tables.first { $0.id == "requests" })
    for row in table.rows {
      for column in table.columns(of: row) {
        report[FieldName(table: table.id, row: row.id, column: column.id)] = .blank
      }
    }
    _ = try template(last).fill(report, to: filled)
    let workbook = try Workbook(path: filled)
    let sheet = try #require(workbook.sheet(named: "依申请公开"))
    var rows = try workbook.rows(of: sheet)
    var totals: [CellValue] = []
    while let row = try rows.next() {
      totals += row.cells.filter { $0.formula?.hasPrefix("SUM(D") == true }.map(\.value)
    }
    #expect(!totals.isEmpty)
    #expect(totals.allSatisfy { $0 == .empty }, "\(totals)")
  }

  @Test("what a workbook has no place for is listed")
  func leftovers() throws {
    let (office, filled) = (folder.path("office.xlsx"), folder.path("filled.xlsx"))
    let writer = try WorkbookWriter(path: office)
    let sheet = try writer.addSheet("表二")
    let rows: [[CellContent]] = [
      ["第二十条第（一）项"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"], ["规章", 0, 0, 0],
      ["行政规范性文件", 0, 0, 0], ["第二十条第（五）项"], ["信息内容", "本年处理决定数量"], ["行政许可", 0],
      ["第二十条第（六）项"], ["信息内容", "本年处理决定数量"], ["行政处罚", 0], ["行政强制", 0],
      ["第二十条第（八）项"], ["信息内容", "本年收费金额（单位：万元）"], ["行政事业性收费", 0], [],
      ["一、总体情况"], ["（文字描述）"],
    ]
    for row in rows { try sheet.append(row: row) }
    try writer.finish()
    let report = try Forms.example()
    let leftovers = try template(office).fill(report, to: filled)
    #expect(leftovers.fields.count == 190)
    #expect(leftovers.sections == ["problems", "other"])
    let grid = try SubmissionReader().read(Input(path: filled)).grids[0]
    #expect(grid[4, 2]?.value == .number(1))
    #expect(grid[4, 4]?.value == .number(16))
    #expect(grid[17, 1]?.value == .text(report.sections["overview"] ?? ""))
  }

  @Test("a date's format gives way to General, as a count of 1 is no day")
  func dateFormats() throws {
    let (office, filled) = (folder.path("office.xlsx"), folder.path("filled.xlsx"))
    let writer = try WorkbookWriter(path: office)
    let day = try writer.style(CellStyle(numberFormat: "yyyy-mm-dd"))
    let sheet = try writer.addSheet("表二")
    let rows: [[CellContent]] = [
      ["第二十条第（一）项"], ["信息内容", "本年制发件数", "本年废止件数", "现行有效件数"],
      ["规章", .blank, .blank, .blank], ["行政规范性文件", .blank, .blank, .blank],
    ]
    for row in rows { try sheet.append(row: row, style: day) }
    try writer.finish()
    _ = try template(office).fill(Forms.example(), to: filled)
    let workbook = try Workbook(path: filled)
    var read = try workbook.rows(of: try #require(workbook.sheets.first))
    var cells: [String: Bool] = [:]
    while let row = try read.next() {
      for cell in row.cells { cells[cell.reference.description] = cell.format.isDate }
    }
    #expect(cells["B4"] == false)
    #expect(cells["D4"] == false)
    #expect(cells["A4"] == true)
  }

  private func template(_ path: String) throws -> OfficeTemplate {
    let input = try Input(path: path)
    let document = try SubmissionReader().read(input)
    let reading = try FormReader(FormLibrary([form])).read(document, file: "t.xlsx")
    return try OfficeTemplate(input, document: document, reading: reading)
  }
}
