import Documents
import Spreadsheets
import TestSupport
import Testing

/// The sheets that we add to a workbook are read only where somebody looks at them.
struct OwnSheetTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func workbook(formula: String) throws -> Input {
    let path = folder.path("form.xlsx")
    let writer = try WorkbookWriter(path: path)
    let checks = try writer.addSheet("校验")
    try checks.append(row: [5])
    let table = try writer.addSheet("表")
    try table.beginRow(1)
    try table.append(2)
    try table.append(formula: formula, stored: .number(7))
    try writer.define(OwnSheetName.checks, as: "'校验'!$A$1")
    try writer.define("looked", as: "'校验'!$A$1")
    try writer.finish()
    return try Input(path: path)
  }

  @Test("are left empty where no formula looks into them")
  func leftEmpty() throws {
    var reader = SubmissionReader()
    reader.readsOwnSheets = false
    let document = try reader.read(workbook(formula: "A1+5"))
    #expect(document.grids.map(\.name) == ["校验", "表"])
    #expect(document.grids.map(\.count) == [0, 2])
    #expect(document.grids[1][1, 2]?.freshValue == nil)
  }

  @Test(
    "are read where a formula looks into them", arguments: ["A1+校验!A1", "A1+looked"])
  func readForFormulas(formula: String) throws {
    var reader = SubmissionReader()
    reader.readsOwnSheets = false
    let document = try reader.read(workbook(formula: formula))
    #expect(document.grids.map(\.count) == [1, 2])
    #expect(document.grids[1][1, 2]?.freshValue == nil)
  }

  @Test("are read where that is asked for")
  func readWhenWanted() throws {
    #expect(try SubmissionReader().read(workbook(formula: "A1+5")).grids.map(\.count) == [1, 2])
  }
}
