import Foundation
import TestSupport
import Testing

/// Hostile and unusual workbooks: what must be refused is, what must be read is.
@Suite(.enabled(if: SharedMaterial.isPresent("tools/make_hostile.py")))
struct HostileTests {
  @Test func `refuses what is hostile and reads what is merely unusual`() throws {
    let folder = try TemporaryFolder()
    let cases = try HostileCase.all(in: folder, areas: ["xml", "structure", "values", "names"])
    #expect(cases.count > 200)
    for item in cases {
      if let fault = item.fault(in: folder) { Issue.record("\(item.file): \(fault)") }
    }
  }
}
