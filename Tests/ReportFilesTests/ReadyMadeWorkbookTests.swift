import Foundation
import ReportFiles
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
    #expect(
      try Data(contentsOf: kept) == bytes,
      "Templates/\(name) is stale: run the tests once with RECORD_GOLDEN=1")
  }
}
