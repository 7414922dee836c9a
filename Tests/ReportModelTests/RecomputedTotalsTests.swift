import Foundation
import ReportModel
import Testing

@Suite("Totals, calculated anew") struct RecomputedTotalsTests {
  private func isTotal(_ field: FieldName) -> Bool {
    field.column == "total" && field.table != "disclosure"
      || field.table == "requests" && field.row == "outcome.total"
  }

  @Test("come out as the parts say, totals of totals too", arguments: [2021, 2019])
  func comeOut(year: Int) throws {
    let form = try BuiltInForms.form(year)
    for seed in 1...10 {
      var sample = SampleReport(form, seed: UInt64(seed))
      let correct = sample.correct()
      var report = correct
      #expect(try report.recomputeTotals(by: form) == [])
      #expect(report == correct)
      let totals = form.fields.filter { isTotal($0) && report.found($0) != nil }
      #expect(totals.count > 20)
      for field in totals { report[field] = .unreadable("?") }
      let recomputed = try report.recomputeTotals(by: form)
      #expect(report == correct)
      #expect(recomputed.allSatisfy { $0.before == .unreadable("?") })
      #expect(Set(recomputed.map(\.field)) == Set(totals))
    }
  }

  @Test("only what is a total changes, and nothing without its parts")
  func leavesTheRest() throws {
    let form = try BuiltInForms.form(2021)
    var sample = SampleReport(form, seed: 5)
    let correct = sample.correct()
    let total = try #require(FieldName("requests.received.total"))
    let part = try #require(FieldName("requests.received.business"))
    var report = correct
    report[part] = .unreadable("约五")
    report[total] = .number(1)
    #expect(try report.recomputeTotals(by: form).allSatisfy { $0.field != total })
    #expect(report[total] == .number(1))
    report = correct
    for column in form.tables.first(where: { $0.id == "requests" })?.columns ?? [] {
      report[FieldName(table: "requests", row: "received", column: column.id)] = .blank
    }
    report[total] = .number(3)
    #expect(try report.recomputeTotals(by: form).allSatisfy { $0.field != total })
    report[part] = .number(4)
    let recomputed = try report.recomputeTotals(by: form).first { $0.field == total }
    #expect(recomputed?.before == .number(3))
    #expect(recomputed?.after == 4)
  }
}
