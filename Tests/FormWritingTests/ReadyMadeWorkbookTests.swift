import FormWriting
import Foundation
import ReportModel
import TestSupport
import Testing

/// The workbooks that are kept ready-made under `Templates` are what the program writes today.
struct ReadyMadeWorkbookTests {
  @Test("the blank templates are not stale", arguments: Forms.library)
  func blankTemplate(definition: FormDefinition) throws {
    let folder = try TemporaryFolder()
    let path = folder.path("template.xlsx")
    try ReportWorkbook.writeTemplate(definition, to: path)
    try expectKept(path, as: "\(definition.id).xlsx")
  }

  @Test("the example is a whole report, and its workbook is not stale")
  func example() throws {
    let url = SharedMaterial.checkout.appendingPathComponent("Templates/example-2021.json")
    let bytes = Array(try Data(contentsOf: url))
    let report = try ReportJSON.read(bytes, forms: Forms.library)
    #expect(ReportJSON.text(report, Forms.form2021) == String(decoding: bytes, as: UTF8.self))
    #expect(report.tables.values.reduce(0) { $0 + $1.count } == 200)
    #expect(RelationChecker(Forms.form2021).check(report, file: "").isEmpty)
    let folder = try TemporaryFolder()
    let path = folder.path("example.xlsx")
    try ReportWorkbook.write(report, Forms.form2021, to: path)
    try expectKept(path, as: "example-2021.xlsx")
  }

  /// Compares the file at `path` with the one kept as `name`; with `RECORD_GOLDEN` in the environment it
  /// is kept instead, and the test fails.
  private func expectKept(_ path: String, as name: String) throws {
    let kept = SharedMaterial.checkout.appendingPathComponent("Templates/\(name)")
    let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] != nil {
      try bytes.write(to: kept)
      Issue.record("recorded Templates/\(name)")
      return
    }
    let isCurrent = try Data(contentsOf: kept) == bytes
    #expect(isCurrent, "Templates/\(name) is stale: run the tests once with RECORD_GOLDEN=1")
  }
}
