import Diagnostics
import Foundation
import ReportModel
import Testing

@Suite("Prose, held against the tables") struct ProseCheckerTests {
  /// A report with these numbers and 0 elsewhere, whose first section says `prose`.
  private func report(_ prose: String, year: Int = 2021) throws -> Report {
    let form = try BuiltInForms.form(year)
    var report = Report(form: form.id, sections: ["overview": prose])
    for field in form.fields { report[field] = .number(0) }
    let numbers: [(String, Int)] = [
      ("requests.received", 35), ("requests.carriedIn", 2), ("requests.outcome.granted", 20),
      ("requests.outcome.partlyGranted", 3), ("requests.outcome.refused.stateSecret", 4),
      ("requests.outcome.refused.thirdParty", 5), ("requests.outcome.unavailable.notHeld", 1),
      ("requests.outcome.notProcessed.repeated", 1), ("requests.outcome.total", 34),
      ("requests.carriedOut", 3), ("proceedings.reconsideration", 6),
      ("proceedings.litigation.direct", 2), ("proceedings.litigation.afterReconsideration", 1),
    ]
    for (row, number) in numbers {
      report[try #require(FieldName("\(row).total"))] = .number(Decimal(number))
    }
    return report
  }

  private func findings(_ prose: String, year: Int = 2021) throws -> [Finding] {
    ProseChecker(try BuiltInForms.form(year)).check(try report(prose, year: year), file: "a.xlsx")
  }

  @Test(
    "says nothing where prose and tables agree, in the usual ways of telling",
    arguments: [
      "2021年共收到政府信息公开申请35件，上年结转2件，办结34件，结转下年度继续办理3件。",
      "全年新收政府信息公开申请37件（含上年结转2件），其中予以公开20件，部分公开3件，不予公开9件，无法提供1件，不予处理1件。",
      "因政府信息公开申请被申请行政复议6件，行政诉讼3件。", "收到依申请公开 35 件；依申请公开予以公开２０件",
      "收到人大建议12件，政协提案5件。", "全年公开信息1,234条，收到网民留言99件。", "今年办公室共收到信息公开申请，已全部办结。", "无",
    ])
  func agrees(prose: String) throws {
    #expect(try findings(prose).map(\.message.zh) == [])
  }

  @Test(
    "warns where they differ, by rule",
    arguments: [
      ("共收到政府信息公开申请17件", "text.received"), ("收到政府信息公开申请1,035件", "text.received"),
      ("收到申请35件，上年结转5件", "text.carriedIn"), ("收到申请35件，办结30件", "text.settled"),
      ("申请结转下年度继续办理9件", "text.carriedOut"), ("申请予以公开21件", "text.granted"),
      ("申请部分公开４件", "text.partlyGranted"), ("申请不予公开8件", "text.refused"),
      ("申请无法提供2件", "text.unavailable"),
      ("申请不予处理2件", "text.notProcessed"), ("申请其他处理2件", "text.otherHandling"),
      ("政府信息公开行政复议5件", "text.reconsideration"),
      ("政府信息公开行政诉讼9起", "text.litigation"),
    ])
  func differs(prose: String, rule: String) throws {
    #expect(try findings(prose).map(\.rule.name) == [rule])
    #expect(try findings(prose, year: 2019).map(\.rule.name).contains(rule))
    #expect(try findings(prose).allSatisfy { $0.severity == .warning })
  }

  @Test("quotes the sentence and names the cells")
  func quotes() throws {
    let finding = try #require(try findings("工作稳步推进。 共收到政府信息公开申请17件，已办结。").first)
    #expect(
      finding.message.zh
        == "“一、总体情况”写有“共收到政府信息公开申请17件，已办结”，其中的 17 与表中的 35 不一致；请核对口径和数字")
    #expect(
      finding.message.en == """
        “一、总体情况” says “共收到政府信息公开申请17件，已办结”, but its 17 is 35 in the tables; check the \
        scope and the number
        """)
    #expect(finding.left == 17)
    #expect(finding.right == 35)
    #expect(finding.cells.map(\.field) == ["requests.received.total"])
  }

  @Test("does not judge what was not found or read, nor rules left out")
  func leavesOut() throws {
    let form = try BuiltInForms.form(2021)
    var report = try report("共收到政府信息公开申请17件")
    #expect(ProseChecker(form, disabled: ["text.received"]).check(report, file: "") == [])
    report[try #require(FieldName("requests.received.total"))] = .unreadable("3/5")
    #expect(ProseChecker(form).check(report, file: "") == [])
    report.tables["requests"] = nil
    #expect(ProseChecker(form).check(report, file: "") == [])
  }
}
