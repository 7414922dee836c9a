import Foundation
import ReportModel

/// Reports that satisfy every relation of their form, filled in by a seeded generator.
struct SampleReport {
  let form: FormDefinition
  private var state: UInt64

  init(_ form: FormDefinition, seed: UInt64 = 1) {
    self.form = form
    state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The next number of the sequence (xorshift64*), below `bound`.
  mutating func next(below bound: UInt64) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D >> 11) % bound)
  }

  /// A report whose parts are random and whose totals are right.
  mutating func correct(year: Int = 2022) -> Report {
    var report = Report(form: form.id, title: "年度报告", agency: "某局", year: year)
    for section in form.sections { report.sections[section.id] = "正文\n第二段" }
    for field in form.fields { report[field] = .number(Decimal(next(below: 9))) }
    let requests = form.table("requests")
    for row in requests?.rows ?? [] {
      set(&report, "requests.\(row.id).total", 0)
    }
    for column in requests?.columns ?? [] where column.isTotal != true {
      let outcomes = (requests?.rows ?? []).filter {
        $0.id.hasPrefix("outcome.") && $0.isTotal != true
      }
      let settled = outcomes.map { value(report, "requests.\($0.id).\(column.id)") }.reduce(0, +)
      set(&report, "requests.outcome.total.\(column.id)", settled)
      // What came in is split at random: carried out is what is over.
      let carriedOut = Decimal(next(below: 4))
      let carriedIn = Decimal(next(below: UInt64("\(settled + carriedOut)") ?? 0 + 1))
      set(&report, "requests.carriedOut.\(column.id)", carriedOut)
      set(&report, "requests.carriedIn.\(column.id)", carriedIn)
      set(&report, "requests.received.\(column.id)", settled + carriedOut - carriedIn)
      for row in requests?.rows ?? [] {
        let total = value(report, "requests.\(row.id).total")
        set(
          &report, "requests.\(row.id).total",
          total + value(report, "requests.\(row.id).\(column.id)"))
      }
    }
    for row in form.table("proceedings")?.rows ?? [] {
      let parts = ["upheld", "corrected", "other", "pending"]
      set(
        &report, "proceedings.\(row.id).total",
        parts.map { value(report, "proceedings.\(row.id).\($0)") }.reduce(0, +))
    }
    return report
  }

  private func value(_ report: Report, _ name: String) -> Decimal {
    FieldName(name).flatMap { report[$0]?.counted } ?? 0
  }

  private func set(_ report: inout Report, _ name: String, _ value: Decimal) {
    guard let field = FieldName(name) else { return }
    report[field] = .number(value)
  }
}
