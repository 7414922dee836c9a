import Diagnostics
import ReportModel
import Testing

@Suite("The catalogue of rules") struct RuleCatalogueTests {
  @Test("has every rule that the contract names")
  func hasEveryRule() throws {
    let names = RuleCatalogue.rules(for: BuiltInForms.all.forms).map(\.id.name)
    #expect(Set(names).count == names.count)
    let contract = [
      "file.unreadable", "file.failed", "report.duplicate", "form.unrecognised", "form.layoutYear",
      "table.missing", "table.duplicate",
      "report.year", "report.agency", "text.variants", "text.unused",
      "row.missing", "column.missing", "label.loose", "label.ambiguous", "value.text",
      "value.count",
      "value.decimals", "value.note", "value.unusedNumber", "value.stale", "value.notEvaluated",
      "value.unit", "value.display", "form.blank", "table.blank",
      "requests.balance", "requests.balance.incomplete", "requests.outcome",
      "requests.outcome.incomplete", "requests.total", "requests.total.incomplete",
      "proceedings.total", "proceedings.total.incomplete", "previous.carriedIn",
      "previous.inForce", "previous.totalPublished", "previous.items", "previous.year",
      "previous.agency",
      "requests.otherHandlingShare",
    ]
    #expect(Set(contract).subtracting(names) == [])
  }

  @Test("tells each rule whole, in both languages")
  func reportsEachRule() throws {
    for rule in RuleCatalogue.rules(for: BuiltInForms.all.forms) {
      for phrase in [rule.what, rule.why, rule.source, rule.example, rule.mend] {
        #expect(!phrase.zh.isEmpty && !phrase.en.isEmpty, "\(rule.id)")
        #expect(!phrase.zh.contains("\n") && !phrase.en.contains("\n"), "\(rule.id)")
      }
      // A sentence ends as its language does.
      #expect(rule.what.zh.hasSuffix("。") || rule.severity >= .note)
    }
  }

  @Test("shows a relation's equation as its example")
  func showsEquations() throws {
    let rules = RuleCatalogue.rules(for: try BuiltInForms.form(2021))
    let total = try #require(rules.first { $0.id == "proceedings.total" })
    #expect(total.example.zh == "应当成立：总计＝结果维持＋结果纠正＋其他结果＋尚未审结。空格和“/”按 0 计。")
    #expect(!rules.contains { $0.id == "requests.otherHandlingShare" })
    let incomplete = try #require(rules.first { $0.id == "proceedings.total.incomplete" })
    #expect(incomplete.severity == .warning)
    #expect(
      incomplete.what.en == "One side of proceedings.total is all blank, and the other is not 0.")
  }
}
