import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct LimitsTests {
  @Test func holdTheirStandardValuesUntilRaised() throws {
    var limits = Limits.standard
    #expect(limits[.sheets] == Limit.sheets.standardValue)
    limits[.sheets] = 7
    try limits.check(.sheets, 7)
    #expect(throws: LimitExceeded(limit: .sheets, bound: 7)) { try limits.check(.sheets, 8) }
  }

  @Test func sayWhatToDo() {
    let error = LimitExceeded(limit: .elementDepth, bound: 256)
    #expect(
      error.phrase.en
        == "goes beyond the safety limit element-depth (at most 256); if you trust the file, raise this limit"
    )
    #expect(
      error.phrase.zh
        == "超出安全限制 element-depth（上限 256）；确信文件无害时，可放宽此限制")
  }

  @Test("are all in docs/limits.md with their values", arguments: Limit.allCases)
  func areDocumented(limit: Limit) throws {
    let page = try String(
      contentsOf: SharedMaterial.checkout.appendingPathComponent("docs/limits.md"), encoding: .utf8)
    #expect(page.contains("| `\(limit.rawValue)` | \(grouped(limit.standardValue)) |"))
  }

  private func grouped(_ value: Int) -> String {
    var digits = String(value)
    var groups: [String] = []
    while digits.count > 3 {
      groups.insert(String(digits.suffix(3)), at: 0)
      digits.removeLast(3)
    }
    return ([digits] + groups).joined(separator: ",")
  }
}
