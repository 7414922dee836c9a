import Diagnostics
import Foundation
import ReportModel
import Testing

@Suite("Relations, judged") struct RelationCheckerTests {
  private func check(
    _ report: Report, _ form: FormDefinition, previous: Report? = nil, disabled: Set<RuleID> = []
  ) -> [Finding] {
    RelationChecker(form, disabled: disabled).check(report, previous: previous, file: "f.xlsx")
  }

  private func name(_ text: String) throws -> FieldName { try #require(FieldName(text)) }

  @Test("finds nothing in correct reports", arguments: [2021, 2019])
  func acceptsCorrectReports(year: Int) throws {
    let form = try BuiltInForms.form(year)
    for seed in 1...50 {
      var sample = SampleReport(form, seed: UInt64(seed))
      var report = sample.correct()
      if year == 2019 { quietOtherHandling(&report) }
      #expect(check(report, form) == [])
    }
  }

  /// Keeps the share of 其他处理 low without breaking a sum.
  private func quietOtherHandling(_ report: inout Report) {
    for column in [
      "naturalPerson", "business", "research", "publicWelfare", "legalService", "other", "total",
    ] {
      let other = FieldName(table: "requests", row: "outcome.otherHandling", column: column)
      let granted = FieldName(table: "requests", row: "outcome.granted", column: column)
      let sum = (report[other]?.counted ?? 0) + (report[granted]?.counted ?? 0)
      report[granted] = .number(sum)
      report[other] = .number(0)
    }
  }

  @Test("says which part a total's formula left out because its cell holds text")
  func namesTextParts() throws {
    let form = try BuiltInForms.form(2021)
    var sample = SampleReport(form, seed: 3)
    var report = sample.correct()
    let total = try name("requests.outcome.granted.total")
    let parts = try ["business", "research"].map { try name("requests.outcome.granted.\($0)") }
    for (part, number) in zip(parts, [5, 7]) { report[part] = .number(Decimal(number)) }
    func judge(
      missing: Int, total isFormula: Bool = true, texts: [FieldName]
    ) -> Finding? {
      var report = report
      let whole = form.tables.first { $0.id == "requests" }.map { table in
        table.columns.map(\.id).filter { $0 != "total" }.reduce(Decimal(0)) {
          $0
            + (report[FieldName(table: "requests", row: "outcome.granted", column: $1)]?.counted
              ?? 0)
        }
      }
      report[total] = .number((whole ?? 0) - Decimal(missing))
      return RelationChecker(form).check(
        report, file: "f.xlsx", cell: { FindingCell(reference: $0.column, field: $0.description) },
        content: { field in
          if field == total, isFormula { return .formula }
          return texts.contains(field) ? .text : .other
        }
      ).first { $0.rule == "requests.total" }
    }
    let one = judge(missing: 5, texts: [parts[0]])
    #expect(one?.message.zh.hasSuffix("，少 5；business 是文字，未计入合计，请改为数字") == true)
    #expect(
      one?.message.en.hasSuffix(
        "it is 5 too low; business is text, which the total leaves out; make it a number") == true)
    let two = judge(missing: 12, texts: parts)
    #expect(two?.message.zh.hasSuffix("，少 12；business、research 是文字，未计入合计，请改为数字") == true)
    #expect(
      two?.message.en.hasSuffix(
        "it is 12 too low; business, research are text, which the total leaves out; make them numbers"
      )
        == true)
    // Another difference, no text, or a total that somebody typed: the text is not the reason.
    for finding in [
      judge(missing: 4, texts: [parts[0]]), judge(missing: 5, texts: []),
      judge(missing: 5, total: false, texts: [parts[0]]),
    ] {
      let finding = try #require(finding)
      #expect(!finding.message.zh.contains("文字") && !finding.message.en.contains("text"))
    }
  }

  /// Every field of the form, changed by one, breaks exactly the relations that it is a term of, and each
  /// finding names every cell of its relation.
  @Test("a changed number breaks exactly the relations it is in", arguments: [2021, 2019])
  func findsEveryChange(year: Int) throws {
    let form = try BuiltInForms.form(year)
    var sample = SampleReport(form, seed: 7)
    var correct = sample.correct()
    if year == 2019 { quietOtherHandling(&correct) }
    let instances = form.relations.filter { !$0.needsPrevious && $0.comparison == .equal }
      .flatMap(form.instances)
    for field in form.fields {
      var report = correct
      report[field] = .number((correct[field]?.counted ?? 0) + 1)
      let findings = check(report, form).filter { $0.severity == .error }
      let expected = instances.filter { instance in
        (instance.left + instance.right).contains { $0.field == field }
      }
      #expect(findings.count == expected.count, "\(field)")
      for (finding, instance) in zip(findings, expected) {
        #expect(finding.rule == instance.relation.rule)
        #expect(
          finding.cells.map(\.field)
            == (instance.left + instance.right).map { $0.field.description })
        let isLeft = instance.left.contains { $0.field == field }
        #expect(finding.difference == (isLeft ? 1 : -1))
        #expect(finding.file == "f.xlsx")
      }
    }
  }

  @Test("tells a broken balance whole, in both languages")
  func reportsBrokenBalance() throws {
    let form = try BuiltInForms.form(2021)
    var report = Report(form: form.id)
    for field in form.fields { report[field] = .number(0) }
    report[try name("requests.received.naturalPerson")] = .number(9)
    report[try name("requests.outcome.total.naturalPerson")] = .number(8)
    let findings = check(report, form)
    #expect(
      findings.map(\.rule) == [
        "requests.balance", "requests.outcome", "requests.total", "requests.total",
      ])
    let balance = try #require(findings.first)
    #expect(balance.left == 9)
    #expect(balance.right == 8)
    #expect(balance.difference == 1)
    #expect(
      balance.message.zh == """
        “自然人”列：一、本年新收政府信息公开申请数量（9）＋二、上年结转政府信息公开申请数量（0）＝9，\
        应等于（七）总计（8）＋四、结转下年度继续办理（0）＝8，多 1
        """)
    #expect(
      balance.message.en == """
        column “自然人”: 一、本年新收政府信息公开申请数量 (9) + 二、上年结转政府信息公开申请数量 (0) = 9 \
        must equal （七）总计 (8) + 四、结转下年度继续办理 (0) = 8; it is 1 too high
        """)
    #expect(
      findings[1].message.zh == "“自然人”列：（七）总计（8），应等于“（一）予以公开”等 21 项之和（0），多 8")
    #expect(
      findings[1].message.en
        == "column “自然人”: （七）总计 (8) must equal the sum of the 21 from “（一）予以公开” on (0); it is 8 too high"
    )
    #expect(
      findings[2].message.zh == """
        “一、本年新收政府信息公开申请数量”行：总计（0），应等于自然人（9）＋商业企业（0）＋科研机构（0）\
        ＋社会公益组织（0）＋法律服务机构（0）＋其他（0）＝9，少 9
        """)
  }

  @Test("counts blanks and marks as 0 and says nothing where the relation holds so")
  func countsBlanksAsZero() throws {
    let form = try BuiltInForms.form(2021)
    var report = Report(form: form.id)
    for field in form.fields { report[field] = .blank }
    #expect(check(report, form) == [])
    for field in form.fields where field.column == "business" {
      report[field] = .notApplicable
    }
    #expect(check(report, form) == [])
    for row in ["received", "outcome.granted", "outcome.total"] {
      for column in ["naturalPerson", "total"] {
        report[FieldName(table: "requests", row: row, column: column)] = .number(3)
      }
    }
    #expect(check(report, form) == [])
  }

  @Test("warns where one side has nothing filled in")
  func warnsOfBlankSide() throws {
    let form = try BuiltInForms.form(2021)
    var report = Report(form: form.id)
    for field in form.fields { report[field] = .blank }
    report[try name("proceedings.reconsideration.upheld")] = .number(2)
    let findings = check(report, form)
    #expect(findings.map(\.rule.name) == ["proceedings.total.incomplete"])
    #expect(findings.first?.severity == .warning)
    #expect(
      findings.first?.message.zh == """
        “行政复议”行：总计未填，而结果维持（2）＋结果纠正（空）＋其他结果（空）＋尚未审结（空）＝2；\
        请补填，没有的填 0
        """)
    #expect(
      findings.first?.message.en == """
        row “行政复议”: 总计 is blank, but 结果维持 (2) + 结果纠正 (blank) + 其他结果 (blank) + \
        尚未审结 (blank) = 2; fill it in, with 0 where there is none
        """)
    report[try name("requests.received.total")] = .number(3)
    #expect(
      check(report, form).first { $0.rule == "requests.total.incomplete" }?.message.zh == """
        “一、本年新收政府信息公开申请数量”行：自然人、商业企业、科研机构、社会公益组织、法律服务机构、其他未填，而总计（3）；\
        请补填，没有的填 0
        """)
    report[try name("requests.received.total")] = .blank
    // A mark says that something was meant, so the side is not blank.
    report[try name("proceedings.reconsideration.total")] = .notApplicable
    #expect(check(report, form).map(\.rule.name) == ["proceedings.total"])
  }

  @Test("does not judge a relation whose terms were not read or not found")
  func doesNotCascade() throws {
    let form = try BuiltInForms.form(2021)
    var report = Report(form: form.id)
    for field in form.fields { report[field] = .number(0) }
    report[try name("requests.received.total")] = .unreadable("3/5")
    report[try name("requests.received.naturalPerson")] = .number(1)
    #expect(check(report, form).map(\.rule.name) == ["requests.balance"])
    report.tables["requests"]?[try name("requests.carriedIn.naturalPerson")] = nil
    #expect(check(report, form) == [])
    report.tables["requests"] = nil
    #expect(check(report, form) == [])
  }

  @Test("judges a relation between two tables")
  func judgesAcrossTables() throws {
    let table = { (id: String) in
      """
      {"id": "\(id)", "label": "\(id)", "sheet": "\(id)", "arrangement": "matrix",
       "columns": [{"id": "number", "path": ["数量"], "kind": "count"}],
       "rows": [{"id": "cases", "path": ["案件"]}]}
      """
    }
    let json = """
      {"id": "own", "title": "案件统计", "source": "x", "order": ["a", "b"],
       "tables": [\(table("a")), \(table("b"))],
       "relations": [{"rule": "a.same", "table": "a", "each": "once", "left": ["a.cases.number"],
        "comparison": "=", "right": ["b.cases.number"], "severity": "error",
        "statement": {"zh": "两表相等", "en": "Both are equal."}, "source": {"zh": "制度", "en": "the rules"}}]}
      """
    let form = try FormDefinition(json: Array(json.utf8))
    var report = Report(form: form.id)
    for field in form.fields { report[field] = .number(3) }
    #expect(check(report, form) == [])
    report[try name("b.cases.number")] = .number(4)
    #expect(check(report, form).map(\.rule) == ["a.same"])
  }

  @Test("holds a report against last year's")
  func judgesAgainstLastYear() throws {
    let form = try BuiltInForms.form(2021)
    var sample = SampleReport(form, seed: 3)
    var report = sample.correct(year: 2023)
    var previous = sample.correct(year: 2022)
    previous.source = Report.Source(file: "2022.xlsx", kind: "xlsx")
    for column in form.table("requests")?.columns ?? [] {
      previous[try name("requests.carriedOut.\(column.id)")] =
        report[try name("requests.carriedIn.\(column.id)")]
    }
    for row in ["regulations", "normativeDocuments"] {
      let values: [(String, Int)] = [("issued", 5), ("repealed", 2), ("inForce", 40)]
      for (column, number) in values {
        report[try name("disclosure.\(row).\(column)")] = .number(Decimal(number))
      }
      previous[try name("disclosure.\(row).inForce")] = .number(37)
    }
    #expect(check(report, form, previous: previous) == [])
    previous[try name("requests.carriedOut.other")] = .number(100)
    previous[try name("disclosure.regulations.inForce")] = .number(30)
    report[try name("requests.carriedIn.other")] = .number(1)
    let findings = check(report, form, previous: previous).filter {
      $0.rule.name.hasPrefix("previous")
    }
    #expect(findings.map(\.rule.name) == ["previous.carriedIn", "previous.inForce"])
    #expect(findings.map(\.severity) == [.error, .warning])
    #expect(findings[0].cells.map(\.file) == [nil, "2022.xlsx"])
    #expect(
      findings[0].message.zh == """
        “其他”列：二、上年结转政府信息公开申请数量（1），\
        应等于上年报告的四、结转下年度继续办理（100），少 99
        """)
    #expect(
      findings[1].message.en == """
        row “规章”: 现行有效件数 (40) must equal last year's 现行有效件数 (30) + 本年制发件数 (5) - \
        本年废止件数 (2) = 33; it is 7 too high
        """)
  }

  @Test("says that the previous report is not of the year before")
  func checksPreviousYear() throws {
    let form = try BuiltInForms.form(2021)
    let findings = check(
      Report(form: form.id, year: 2024), form, previous: Report(form: form.id, year: 2022))
    #expect(findings.map(\.rule.name) == ["previous.year"])
    #expect(
      findings.first?.message.zh == "本报告为 2024 年度，而 --previous 给出的是 2022 年度的报告，不是上一年；请核对文件")
    #expect(
      findings.first?.message.en == """
        this report is of 2024, but --previous gives a report of 2022, which is not the year before; \
        check the file
        """)
  }

  @Test("says that the previous report is another agency's, however the name is written")
  func checksPreviousAgency() throws {
    let form = try BuiltInForms.form(2021)
    func findings(_ agency: String, _ previous: String) -> [Finding] {
      check(
        Report(form: form.id, agency: agency, year: 2024), form,
        previous: Report(form: form.id, agency: previous, year: 2023))
    }
    let found = findings("示范市民政局", "示范市司法局")
    #expect(found.map(\.rule.name) == ["previous.agency"])
    #expect(found.first?.severity == .warning)
    #expect(
      found.first?.message.zh == "本报告的单位是“示范市民政局”，而 --previous 给出的是“示范市司法局”的报告；请核对文件")
    #expect(
      found.first?.message.en == """
        this report is of “示范市民政局”, but --previous gives a report of “示范市司法局”; check the file
        """)
    for (agency, previous) in [
      ("示范市民政局", "示范市民政局"), ("示范市民政局", " 示范市 民政局"), ("民政局", "示范市民政局"),
      ("示范市民政局", "民政局"), ("办公室（挂牌）", "办公室(挂牌)"), ("", "示范市民政局"), ("示范市民政局", ""),
    ] {
      #expect(findings(agency, previous) == [], "\(agency) \(previous)")
    }
    #expect(
      findings("示范市民政局", "示范市民政局办公室").map(\.rule.name) == ["previous.agency"])
  }

  @Test("notes a high share of 其他处理 in the 2019 form")
  func notesOtherHandling() throws {
    let form = try BuiltInForms.form(2019)
    var report = Report(form: form.id)
    for field in form.fields { report[field] = .number(0) }
    for column in ["naturalPerson", "total"] {
      for (row, number) in [
        ("received", 10), ("outcome.granted", 7), ("outcome.otherHandling", 3),
        ("outcome.total", 10),
      ] {
        report[try name("requests.\(row).\(column)")] = .number(Decimal(number))
      }
    }
    let findings = check(report, form)
    #expect(findings.map(\.rule.name) == ["requests.otherHandlingShare"])
    #expect(findings.first?.severity == .note)
    #expect(findings.first?.message.zh == "“总计”列：（六）其他处理（3），应不大于0.2×（七）总计（10），多 1")
  }

  @Test(
    "judges each number by its column",
    arguments: [
      ("requests.received.total", "-1", "value.count", "“一、本年新收政府信息公开申请数量，总计”不能为负数，实为 -1"),
      ("requests.received.total", "1.5", "value.count", "“一、本年新收政府信息公开申请数量，总计”应为整数，实为 1.5"),
      (
        "requests.received.total", "-1.5", "value.count", "“一、本年新收政府信息公开申请数量，总计”应为不小于 0 的整数，实为 -1.5"
      ),
      ("disclosure.fees.amount", "-0.5", "value.count", "“行政事业性收费，本年收费金额（单位：万元）”不能为负数，实为 -0.5"),
      (
        "disclosure.fees.amount", "1.23456", "value.decimals",
        "“行政事业性收费，本年收费金额（单位：万元）”有 5 位小数（1.23456），应保留 4 位以内"
      ),
    ])
  func judgesValues(field: String, value: String, rule: String, message: String) throws {
    let form = try BuiltInForms.form(2021)
    var report = Report(form: form.id)
    report.tables["disclosure"] = [:]
    report.tables["requests"] = [:]
    report[try name(field)] = .number(try #require(Decimal(exactly: value)))
    let findings = check(report, form)
    #expect(findings.map(\.rule.name) == [rule])
    #expect(findings.first?.message.zh == message)
    #expect(findings.first?.cells.map(\.field) == [field])
  }

  @Test("lets a signed count be negative, and an amount have four decimals")
  func acceptsSignedCounts() throws {
    let form = try BuiltInForms.form(2019)
    var report = Report(form: form.id)
    report[try name("disclosure.licensing.change")] = .number(-15)
    report[try name("disclosure.procurement.amount")] = .number(
      try #require(Decimal(exactly: "394432.52")))
    #expect(check(report, form) == [])
    report[try name("disclosure.licensing.change")] = .number(
      try #require(Decimal(exactly: "-1.5")))
    #expect(
      check(report, form).map(\.message.en) == ["“行政许可，本年增/减” must be a whole number, but is -1.5"])
  }

  @Test("leaves disabled rules out")
  func disablesRules() throws {
    let form = try BuiltInForms.form(2021)
    var report = Report(form: form.id)
    for field in form.fields { report[field] = .number(0) }
    report[try name("proceedings.reconsideration.total")] = .number(-1)
    #expect(check(report, form).map(\.rule) == ["value.count", "proceedings.total"])
    #expect(check(report, form, disabled: ["value.count", "proceedings.total"]) == [])
  }
}
