import Diagnostics
import Foundation
import ReportModel
import Testing

@Suite("Reports as JSON") struct ReportJSONTests {
  private func name(_ text: String) throws -> FieldName { try #require(FieldName(text)) }

  @Test("writes every field in the form's order, optional members only when they hold something")
  func writesInOrder() throws {
    let form = try BuiltInForms.form(2021)
    var report = Report(form: form.id, title: "题", agency: "局", year: 2021)
    for field in form.fields where field.table != "requests" { report[field] = .number(0) }
    report.tables["requests"] = nil
    report[try name("disclosure.fees.amount")] = .number(
      try #require(Decimal(exactly: "12.3456")))
    report[try name("disclosure.regulations.issued")] = .notApplicable
    report[try name("disclosure.regulations.repealed")] = .blank
    report[try name("disclosure.regulations.inForce")] = .unreadable("3/5")
    report.sections = ["overview": "一\n二"]
    let text = ReportJSON.text(report, form)
    #expect(
      text.hasPrefix(
        """
        {
          "form": "gov-info-disclosure-2021",
          "title": "题",
          "agency": "局",
          "year": 2021,
          "sections": {
            "overview": "一\\n二",
            "problems": "",
            "other": ""
          },
          "tables": {
            "disclosure": {
              "regulations": {
                "issued": "/",
                "repealed": null,
                "inForce": {
                  "text": "3/5"
                }
              },

        """))
    #expect(text.contains("\"amount\": 12.3456\n"))
    #expect(text.contains("    \"requests\": null,\n"))
    #expect(text.hasSuffix("}\n"))
  }

  @Test("writes one line for NDJSON")
  func writesOneLine() throws {
    let form = try BuiltInForms.form(2021)
    let line = ReportJSON.line(Report(form: form.id), form)
    #expect(
      line == """
        {"form":"gov-info-disclosure-2021","title":"","agency":"","year":null,\
        "sections":{"overview":"","problems":"","other":""},\
        "tables":{"disclosure":null,"requests":null,"proceedings":null}}
        """)
  }

  @Test("reads back what it wrote, byte for byte", arguments: [2021, 2019])
  func roundTrips(year: Int) throws {
    let form = try BuiltInForms.form(year)
    for seed in 1...40 {
      var sample = SampleReport(form, seed: UInt64(seed))
      var report = sample.correct()
      for field in form.fields {
        switch sample.next(below: 6) {
        case 0: report[field] = .blank
        case 1: report[field] = .notApplicable
        case 2: report[field] = .unreadable("3/5\u{202E}\"\n😀")
        case 3:
          let digits = (0..<28).map { _ in String(sample.next(below: 10)) }.joined()
          report[field] = .number(
            try #require(Decimal(exactly: "-7\(digits).000\(digits.prefix(4))1")))
        default: break
        }
      }
      report.sections["other"] = String(repeating: "长\"段\\落\n", count: 50)
      report.contact = ["phone": "010-1", "other": "x"]
      report.notes[try name("requests.received.total")] = "9件"
      report.source = Report.Source(file: "a.xlsx", kind: "xlsx", producer: "WPS")
      let text = ReportJSON.text(report, form)
      let read = try ReportJSON.read(Array(text.utf8), forms: BuiltInForms.all.forms)
      #expect(read == report)
      #expect(ReportJSON.text(read, form) == text)
      let line = ReportJSON.line(report, form)
      #expect(try ReportJSON.read(Array(line.utf8), forms: [form]) == report)
    }
  }

  @Test("takes what is left out for not found")
  func readsPartialReports() throws {
    let form = try BuiltInForms.form(2021)
    let json =
      #"{"form": "gov-info-disclosure-2021", "tables": {"requests": {"received": {"total": 9}}}}"#
    let report = try ReportJSON.read(Array(json.utf8), forms: [form])
    #expect(report.found(try name("requests.received.total")) == .number(9))
    #expect(report.found(try name("requests.received.business")) == nil)
    #expect(report[try name("requests.received.business")] == .blank)
    #expect(report.tables["disclosure"] == nil)
    #expect(report.year == nil)
  }

  @Test(
    "refuses what is no report, and names the place",
    arguments: [
      ("[]", "不是报告：应为对象 {…}", "is not a report: expected an object {…}"),
      ("{}", "不是报告：form：缺少该成员", "is not a report: form: the member is missing"),
      (
        #"{"form": "x"}"#,
        "不是报告：form：没有名为“x”的表格；可用的有 gov-info-disclosure-2021，也可用 --form 指定",
        "is not a report: form: there is no form “x”; known are gov-info-disclosure-2021, or give one by --form"
      ),
      (
        #"{"form": "gov-info-disclosure-2021"}"#, "不是报告：tables：缺少该成员",
        "is not a report: tables: the member is missing"
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "tables": {"requests": {"received": {"totl": 9}}}}"#,
        """
        不是报告：tables.requests.received.totl：不认识的成员；这里可用的有 naturalPerson、business、research、\
        publicWelfare、legalService、other、total
        """,
        """
        is not a report: tables.requests.received.totl: unknown member; here there may be naturalPerson, \
        business, research, publicWelfare, legalService, other, total
        """
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "tables": {"requests": {"received": {"total": "9"}}}}"#,
        """
        不是报告：tables.requests.received.total：应为数字、null（空）、"/"（不适用）或 {"text": …}（无法识别的内容）
        """,
        """
        is not a report: tables.requests.received.total: expected a number, null (blank), "/" \
        (not applicable) or {"text": …} (unreadable)
        """
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "tables": {"requests": {"received": {"total": 1e999}}}}"#,
        "不是报告：tables.requests.received.total：数字 1e999 超出可精确保存的范围",
        "is not a report: tables.requests.received.total: the number 1e999 is beyond what can be kept exactly"
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "year": 20.5, "tables": {}}"#, "不是报告：year：应为整数",
        "is not a report: year: expected a whole number"
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "tables": {"requests": 5}}"#,
        "不是报告：tables.requests：应为对象 {…} 或 null",
        "is not a report: tables.requests: expected an object {…} or null"
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "tables": {"disclosure": {"regulations": {"amount": 1}}}}"#,
        "不是报告：tables.disclosure.regulations.amount：不认识的成员；这里可用的有 issued、repealed、inForce",
        """
        is not a report: tables.disclosure.regulations.amount: unknown member; here there may be issued, \
        repealed, inForce
        """
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "tables": {"disclosure": {"fees": 1}}}"#,
        "不是报告：tables.disclosure.fees：应为对象 {…}",
        "is not a report: tables.disclosure.fees: expected an object {…}"
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "tables": {"proceedings": {}, "x": {}}}"#,
        "不是报告：tables.x：不认识的成员；这里可用的有 disclosure、requests、proceedings",
        "is not a report: tables.x: unknown member; here there may be disclosure, requests, proceedings"
      ),
      (
        #"{"form": "gov-info-disclosure-2021", "title": 5}"#, "不是报告：title：应为字符串",
        "is not a report: title: expected a string"
      ),
    ])
  func refuses(json: String, zh: String, en: String) throws {
    let form = try BuiltInForms.form(2021)
    let error = #expect(throws: ReportJSONError.self) {
      try ReportJSON.read(Array(json.utf8), forms: [form])
    }
    #expect(error?.phrase.zh == zh)
    #expect(error?.phrase.en == en)
  }

  @Test("refuses a member that occurs twice, with its line")
  func refusesDuplicates() throws {
    let json = "{\"form\": \"gov-info-disclosure-2021\",\n\"form\": \"x\"}"
    let error = #expect(throws: JSONSyntaxError.self) {
      try ReportJSON.read(Array(json.utf8), forms: [])
    }
    #expect(error?.phrase.zh == "不是有效的 JSON：第 2 行第 1 字节处成员“form”重复")
  }

  @Test(
    "keeps numbers exact, beyond what a double holds",
    arguments: [
      ("12.50", "12.5"), ("0.1", "0.1"), ("12345678901234567890123456789012345678", nil),
      ("1e3", "1000"), ("-0", "0"), ("24252.311082", nil), ("0.00000000000000000001", nil),
    ])
  func keepsNumbersExact(text: String, written: String?) throws {
    #expect(Decimal(exactly: text)?.description == written ?? text)
  }

  @Test(
    "takes no number for another",
    arguments: [
      "12abc", "1,234", "", "-", " 12", "1.", ".5", "1e", "1e101", "1e-9223372036854775808", "+1",
      "１２",
      "123456789012345678901234567890123456789",
    ])
  func refusesNumbers(text: String) {
    #expect(Decimal(exactly: text) == nil)
  }
}
