import TestSupport
import Testing

/// Hostile and unusual workbooks: what must be refused is, what must be read is.
@Suite(.enabled(if: SharedMaterial.isPresent("tools/make_hostile.py")))
struct HostileTests {
  @Test func `refuses what is hostile and reads what is merely unusual`() throws {
    let set = try HostileSet.shared.get()
    #expect(set.cases.count > 200)
    for item in set.cases {
      if let fault = item.fault(at: set.path(of: item)) {
        Issue.record("\(item.file): \(fault)")
      }
    }
  }
}
