import Diagnostics
import Documents
import FormReading
import FormWriting
import Foundation
import ReportModel
import Spreadsheets
import TestSupport
import Testing

/// A submission handed back annotated is the same submission.
struct AnnotatedCopyTests {
  private let folder: TemporaryFolder
  private let form = Forms.form2021

  init() throws { folder = try TemporaryFolder() }

  @Test("a workbook's findings are marked, and it reads as before")
  func workbook() throws {
    let sent = folder.path("sent.xlsx")
    var report = try Forms.example()
    report[try #require(FieldName("requests.outcome.granted.naturalPerson"))] = .number(8)
    try ReportWorkbook.write(report, form, to: sent)
    let before = try read(sent)
    #expect(
      before.findings.map(\.rule.name) == [
        "requests.outcome", "requests.total",
      ])
    let copy = folder.path("copy.xlsx")
    try AnnotatedCopy.write(before.findings, of: Input(path: sent), in: .zh, to: copy)
    let after = try read(copy)
    #expect(after.report.isEqual(to: before.report))
    #expect(after.findings == before.findings)
    let workbook = try Workbook(path: copy)
    #expect(workbook.sheets.first?.name == "校验结果")
    #expect(
      workbook.sheets.dropFirst().map(\.name) == (try Workbook(path: sent)).sheets.map(\.name))
    let list = try SubmissionReader().read(Input(path: copy)).grids[0]
    #expect(list[4, 3]?.value == .text("requests.outcome"))
    #expect(list[4, 5]?.value == .text("依申请公开!D28"))
    #expect(list[4, 6]?.value == .number(9))
    #expect(list[4, 7]?.value == .number(8))
    #expect(list[2, 1]?.value == .text("错误 2 项，警告 0 项，提示 0 项。点“位置”可以跳到有关单元格，批注里有说明。"))
  }

  @Test("an annotated copy that is annotated again still reads as before")
  func twice() throws {
    let paths = ["a.xlsx", "b.xlsx", "c.xlsx"].map(folder.path)
    try ReportWorkbook.write(try Forms.example(), form, to: paths[0])
    let finding = Finding(
      rule: "value.text", severity: .warning, message: Phrase(zh: "看", en: "look"),
      cells: [FindingCell(sheet: "依申请公开", reference: "D6")])
    try AnnotatedCopy.write([finding], of: Input(path: paths[0]), in: .en, to: paths[1])
    try AnnotatedCopy.write([finding], of: Input(path: paths[1]), in: .en, to: paths[2])
    let (first, last) = (try read(paths[0]), try read(paths[2]))
    #expect(first.report.isEqual(to: last.report))
    #expect(try Workbook(path: paths[2]).sheets.prefix(2).map(\.name) == ["校验结果 (2)", "校验结果"])
  }

  @Test("delimited text comes back as a new workbook with its cells marked")
  func delimited() throws {
    let bytes = try ReportCSV.bytes(try Forms.example(), form, layout: .grid)
    let document = try SubmissionReader().read(Input(name: "r.csv", bytes: bytes))
    let finding = Finding(
      rule: "value.text", severity: .error, message: Phrase(zh: "看", en: "look"),
      cells: [
        FindingCell(reference: "4:5", file: "last.csv"), FindingCell(field: "requests"),
        FindingCell(reference: "3:5"),
      ])
    let copy = folder.path("copy.xlsx")
    try AnnotatedCopy.write([finding], of: document, in: .zh, to: copy)
    let grids = try SubmissionReader().read(Input(path: copy)).grids
    #expect(grids.map(\.name) == ["校验结果", "报送内容"])
    #expect(grids[0][4, 5]?.value == .text("报送内容!E3"))
    #expect(grids[1].cells.map(\.value) == document.grids[0].cells.map(\.value))
  }

  private func read(_ path: String) throws -> (report: Report, findings: [Finding]) {
    let document = try SubmissionReader().read(Input(path: path))
    let reading = try FormReader(FormLibrary([form])).read(document, file: "f.xlsx")
    let checker = RelationChecker(form)
    return (
      reading.report,
      reading.findings + checker.check(reading.report, file: "f.xlsx", cell: reading.cell)
    )
  }
}
