import Diagnostics
import Foundation
import ReportModel
import Testing

@Suite("A form that nobody filled in") struct BlankCheckerTests {
  private let form: FormDefinition
  private let checker: BlankChecker
  private let blank: Report

  init() throws {
    form = try BuiltInForms.form(2021)
    checker = BlankChecker(form)
    var report = Report(form: form.id, title: "某局2023年年度报告", agency: "某局", year: 2023)
    for section in form.sections { report.sections[section.id] = "收到申请 9 件。" }
    for field in form.fields { report[field] = .blank }
    blank = report
  }

  private func rules(_ report: Report) -> [String] {
    checker.check(report, file: "a.xlsx").map(\.rule.name)
  }

  private func report(_ values: [String: FieldValue]) throws -> Report {
    var report = blank
    for (name, value) in values { report[try #require(FieldName(name))] = value }
    return report
  }

  @Test("is one error, whatever its prose says, with the fields to fill in")
  func findsABlankForm() throws {
    let findings = checker.check(blank, file: "a.xlsx")
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.rule == "form.blank" && finding.severity == .error && finding.file == "a.xlsx")
    #expect(finding.message.zh == "各表没有填写一个数字：应填 166 格，空白 166 格；请填写后再报送，没有的填 0")
    #expect(
      finding.message.en == """
        no table holds a number: 166 of the 166 fields to fill in are blank; fill the form in, with 0 \
        where there is none
        """)
    #expect(finding.cells.count == 166)
  }

  @Test("stays blank with what a template fills in by itself, and with marks alone")
  func countsNothingThatATemplatePrefills() throws {
    var prefilled = blank
    for table in form.tables {
      for (field, row, column) in table.cells where row.isTotal == true || column.isTotal == true {
        prefilled[field] = .number(0)
      }
    }
    prefilled[FieldName("requests.carriedIn.naturalPerson")!] = .number(5)
    prefilled[FieldName("requests.carriedIn.total")!] = .number(5)
    #expect(rules(prefilled) == ["form.blank"])
    let marked = try report(["proceedings.reconsideration.upheld": .notApplicable])
    #expect(rules(marked) == ["form.blank"])
  }

  @Test(
    "is filled in by a number that is a multiple of last year's, or of which that is one",
    arguments: [
      ("x", "previous.x", true), ("x", "2*previous.x", false), ("2*x", "previous.x", false),
    ])
  func takesMultiplesOfLastYear(left: String, right: String, isCarried: Bool) throws {
    let json = """
      {"id": "own", "title": "案件统计", "source": "x", "order": ["a"],
       "tables": [{"id": "a", "label": "案件", "sheet": "案件", "arrangement": "matrix",
        "columns": [{"id": "x", "path": ["数量"], "kind": "count"}], "rows": [{"id": "r", "path": ["案件"]}]}],
       "relations": [{"rule": "a.last", "table": "a", "each": "row", "left": ["\(left)"],
        "comparison": "=", "right": ["\(right)"], "severity": "error",
        "statement": {"zh": "同上年", "en": "As last year."}, "source": {"zh": "制度", "en": "the rules"}}]}
      """
    let form = try FormDefinition(json: Array(json.utf8))
    var report = Report(form: form.id)
    for field in form.fields { report[field] = .number(5) }
    let rules = BlankChecker(form).check(report, file: "a.xlsx").map(\.rule.name)
    #expect(rules == (isCarried ? ["form.blank"] : []))
  }

  @Test("is filled in by one number, and by one text that is none")
  func takesAnyEntry() throws {
    let table = "三、收到和处理政府信息公开申请情况"
    for value in [FieldValue.number(0), .unreadable("待定")] {
      let report = try report(["disclosure.licensing.decisions": value])
      #expect(rules(report) == ["table.blank", "table.blank"])
      let finding = try #require(checker.check(report, file: "a.xlsx").first)
      #expect(finding.severity == .warning)
      #expect(finding.message.zh == "“\(table)”空白 144 格，一格未填；没有的填 0，不适用的填“/”")
      #expect(
        finding.message.en == """
          “\(table)”: all 144 fields to fill in are blank; enter 0 where there is none, “/” where it does \
          not apply
          """)
    }
    #expect(
      rules(try report(["requests.received.total": .number(3)])) == ["table.blank", "table.blank"])
  }

  @Test("is not a report that leaves its zeros blank, nor a table that was not found")
  func leavesBlankZerosAlone() throws {
    var report = try report([
      "disclosure.licensing.decisions": .number(3), "requests.received.naturalPerson": .number(1),
      "proceedings.litigation.upheld": .notApplicable,
    ])
    #expect(rules(report).isEmpty)
    report.tables["proceedings"] = nil
    #expect(rules(report).isEmpty)
    report.tables = [:]
    #expect(rules(report).isEmpty)
  }
}
