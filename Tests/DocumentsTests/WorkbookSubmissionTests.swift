import Diagnostics
import Documents
import Foundation
import Spreadsheets
import TestSupport
import Testing

/// A workbook becomes a grid a sheet, with its names and properties.
struct WorkbookSubmissionTests {
  private let folder: TemporaryFolder
  private let path: String

  init() throws {
    folder = try TemporaryFolder()
    path = folder.path("form.xlsx")
    let properties = WorkbookProperties(
      application: "Some Office", custom: [CustomProperty("xlsxreport.form", "a-form")])
    let writer = try WorkbookWriter(
      path: path, options: WorkbookWriterOptions(properties: properties))
    let date = try writer.style(CellStyle(numberFormat: "yyyy-mm-dd"))
    let first = try writer.addSheet("表'一 号")
    try first.beginRow(2)
    try first.move(toColumn: 2)
    try first.append("收到")
    try first.append(9)
    try first.append(true)
    try first.append(CellError.divisionByZero)
    try first.append(45_000, date)
    try first.merge(#require(CellRange("B2:B3")))
    let second = try writer.addSheet("隐藏", SheetLayout(visibility: .hidden))
    try second.append(row: ["x"])
    try writer.define("f.requests.received.total", as: "'表''一 号'!$C$2")
    try writer.define("area", as: "'表''一 号'!$A$1:$C$2")
    try writer.finish()
  }

  @Test("has a grid a sheet, with every value's kind")
  func readsSheets() throws {
    let document = try SubmissionReader().read(Input(path: path))
    #expect(document.kind == "xlsx")
    #expect(document.producer == "Some Office")
    #expect(document.properties["xlsxreport.form"] == "a-form")
    #expect(document.grids.map(\.name) == ["表'一 号", "隐藏"])
    #expect(document.grids.map(\.isHidden) == [false, true])
    let grid = document.grids[0]
    #expect(
      grid.cells.map(\.value) == [
        .text("收到"), .number(9), .boolean(true), .error("#DIV/0!"),
        .date("2023-03-15", serial: 45_000),
      ])
    #expect(grid.cells.map(\.reference.a1) == ["B2", "C2", "D2", "E2", "F2"])
    #expect(
      grid.merges == [
        GridRange(GridReference(row: 2, column: 2), GridReference(row: 3, column: 2))
      ])
  }

  @Test("takes names of single cells, and only those")
  func takesNames() throws {
    let document = try SubmissionReader().read(Input(path: path))
    #expect(
      document.names == [
        "f.requests.received.total": GridDocument.NamedCell(
          grid: 0, reference: GridReference(row: 2, column: 3))
      ])
  }

  @Test("reads the same out of memory, whatever the file is named")
  func readsBytes() throws {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    let reader = SubmissionReader()
    let expected = try reader.read(Input(path: path))
    #expect(try reader.read(Input(name: "-", bytes: bytes)) == expected)
    #expect(try reader.read(Input(name: "a.csv", bytes: bytes)) == expected)
  }

  @Test("stops at the safety limit for cells, all sheets together")
  func stopsAtTheLimit() throws {
    var limits = Limits.standard
    limits[.gridCells] = 5
    let error = #expect(throws: (any Error).self) {
      try SubmissionReader(limits: limits).read(Input(path: path))
    }
    #expect("\(error as Any)".contains("grid-cells"))
  }

  /// A workbook whose first row holds formulas, each with its stored result.
  private func workbook(formulas: [(String, StoredValue?)]) throws -> Input {
    let path = folder.path("formulas.xlsx")
    let writer = try WorkbookWriter(path: path)
    let sheet = try writer.addSheet("表")
    try sheet.beginRow(1)
    for (formula, stored) in formulas { try sheet.append(formula: formula, stored: stored) }
    try writer.finish()
    return try Input(path: path)
  }

  @Test("says which stored results could not be checked, and why")
  func marksUncheckedResults() throws {
    let document = try SubmissionReader().read(
      workbook(formulas: [
        ("1+1", .number(2)), ("1+1", .number(3)), ("VLOOKUP(1,A:B,2)", .number(7)),
        ("A1+C1", .number(9)), ("D1:E1+1", nil), ("2*3", nil),
      ]))
    let cells = document.grids[0].cells
    #expect(
      cells.map(\.value) == [
        .number(2), .number(3), .number(7), .number(9), .notEvaluated, .number(6),
      ])
    #expect(cells.map(\.freshValue) == [nil, .number(2), nil, nil, nil, nil])
    let reasons = cells.map { cell -> String? in
      guard case .notEvaluated(let formula, let reason) = cell.formula else { return nil }
      return "\(formula): \(reason.en)"
    }
    #expect(
      reasons == [
        nil, nil, "VLOOKUP(1,A:B,2): the function VLOOKUP is not supported", nil,
        "D1:E1+1: D1:E1 is not supported", nil,
      ])
  }

  @Test("stops at the safety limit for the bytes of formulas")
  func boundsFormulas() throws {
    var limits = Limits.standard
    let file = try workbook(formulas: [("1+1", .number(2)), ("1+2", .number(3))])
    limits[.gridFormulaBytes] = 6
    #expect(try SubmissionReader(limits: limits).read(file).grids[0].count == 2)
    limits[.gridFormulaBytes] = 5
    let error = #expect(throws: (any Error).self) {
      try SubmissionReader(limits: limits).read(file)
    }
    #expect("\(error as Any)".contains("grid-formula-bytes"))
  }

  @Test("beyond the safety limit for the work of formulas stored results remain")
  func boundsWork() throws {
    var limits = Limits.standard
    limits[.formulaWork] = 100
    let formulas = (1...100).map { ("1+\($0)", StoredValue.number(Double($0 + 1))) }
    let cells = try SubmissionReader(limits: limits).read(workbook(formulas: formulas)).grids[0]
      .cells
    #expect(cells.map(\.value) == (1...100).map { .number(Double($0 + 1)) })
    #expect(cells.first?.formula == .evaluated)
    guard case .notEvaluated("1+100", let reason) = cells.last?.formula else {
      Issue.record("\(cells.last as Any)")
      return
    }
    #expect(reason.en.contains("formula-work (at most 100)"))
  }

  @Test("has what a format shows only where that may be another number")
  func readsWhatIsShown() throws {
    let path = folder.path("shown.xlsx")
    let writer = try WorkbookWriter(path: path)
    let sheet = try writer.addSheet("表")
    let formats = ["General", "0.00", "#,##0", "0,", "\"无\"", "@\"元\"", "0!.0,\"万元\""]
    for code in formats {
      let style = try writer.style(CellStyle(numberFormat: code))
      try sheet.append(row: [])
      try sheet.append(12345, style)
      try sheet.append("12", style)
    }
    try writer.finish()
    let grid = try #require(try SubmissionReader().read(Input(path: path)).grids.first)
    #expect(
      grid.cells.map { $0.shown } == [
        nil, nil, nil, nil, nil, nil, "12", nil, "无", nil, "12345", "12元", "1.2万元", nil,
      ])
  }
}
