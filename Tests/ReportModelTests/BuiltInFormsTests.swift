import Foundation
import ReportModel
import Templates
import TestSupport
import Testing

@Suite("The built-in forms") struct BuiltInFormsTests {
  @Test(
    "has the official number of fields in each table",
    arguments: [
      (2021, [10, 175, 15]), (2019, [22, 161, 15]),
    ])
  func countsFields(year: Int, counts: [Int]) throws {
    let form = try BuiltInForms.form(year)
    #expect(form.tables.map(\.id) == ["disclosure", "requests", "proceedings"])
    #expect(form.tables.map(\.fields.count) == counts)
    #expect(Set(form.fields).count == counts.reduce(0, +))
  }

  @Test("the newest has the most fields, so that none is looked for behind it")
  func newestIsLargest() throws {
    let library = FormLibrary(builtIn: Templates.definitions)
    let counts = library.forms.map(\.fields.count)
    #expect(counts.count >= 2)
    #expect(counts.max() == counts.first)
    #expect(library.isLargest(library.ids[0], among: library.ids))
    let older = try BuiltInForms.form(2019)
    let own = FormLibrary([older, try BuiltInForms.form(2021)])
    #expect(!own.isLargest(older.id, among: own.ids))
    #expect(own.isLargest(older.id, among: [older.id]))
    #expect(!own.isLargest("another", among: own.ids))
  }

  @Test("names the fields in the form's order")
  func ordersFields() throws {
    let form = try BuiltInForms.form(2021)
    #expect(
      form.order == ["overview", "disclosure", "requests", "proceedings", "problems", "other"])
    #expect(form.fields.first?.description == "disclosure.regulations.issued")
    #expect(form.fields[9].description == "disclosure.fees.amount")
    #expect(form.fields.last?.description == "proceedings.litigation.afterReconsideration.total")
    #expect(form.tables.map(\.sheet) == ["主动公开", "依申请公开", "复议诉讼"])
    #expect(form.sections.map(\.sheet) == ["总体情况", "问题与改进", "其他事项"])
  }

  /// Each table row of the specification names a row of the form and its label.
  @Test(
    "names every row as the specification does",
    .enabled(if: SharedMaterial.isPresent("spec/forms")),
    arguments: [2021, 2019])
  func agreesWithSpecification(year: Int) throws {
    let form = try BuiltInForms.form(year)
    let text = try String(
      contentsOf: SharedMaterial.url("spec/forms/field-names.md"), encoding: .utf8)
    let requests = try #require(form.table("requests"))
    for line in text.split(separator: "\n") where line.hasPrefix("| `outcome.") {
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      let id = cells[0].trimmingCharacters(in: ["`"])
      if year == 2019, id.hasPrefix("outcome.otherHandling.") { continue }
      let row = try #require(requests.row(id))
      #expect(cells[1].split(separator: " / ").last.map(String.init) == row.label)
    }
    #expect(requests.rows.count == (year == 2021 ? 25 : 23))
  }

  @Test("stays small enough to be built into the program")
  func fitsIntoTheProgram() {
    #expect(Templates.definitions.map(\.json.count).reduce(0, +) <= 40 << 10)
  }

  @Test(
    "resolves every relation for every row and column it applies to",
    arguments: [
      (
        2021,
        [
          "requests.balance": 7, "requests.outcome": 7, "requests.total": 25,
          "proceedings.total": 3, "previous.carriedIn": 7, "previous.inForce": 2,
        ]
      ),
      (
        2019,
        [
          "requests.balance": 7, "requests.outcome": 7, "requests.total": 23,
          "proceedings.total": 3, "previous.carriedIn": 7, "previous.totalPublished": 2,
          "previous.items": 5, "requests.otherHandlingShare": 1,
        ]
      ),
    ])
  func resolvesRelations(year: Int, counts: [String: Int]) throws {
    let form = try BuiltInForms.form(year)
    let found = form.relations.map { ($0.rule.name, form.instances(of: $0).count) }
    #expect(Dictionary(uniqueKeysWithValues: found) == counts)
    let outcome = try #require(form.relations.first { $0.rule == "requests.outcome" })
    #expect(form.instances(of: outcome).allSatisfy { $0.right.count == (year == 2021 ? 21 : 19) })
  }
}
