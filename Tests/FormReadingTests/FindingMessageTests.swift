import Diagnostics
import ReportModel
import TestSupport
import Testing

@testable import FormReading

/// Everything that the reading of a form may say, whole and in both languages.
struct FindingMessageTests {
  private static let findings: [Finding] =
    forms
    + (labels + places + tables).map { LocatingIssue(kind: $0, cells: []).finding }
    + remarks.map {
      .value($0, label: "总计", cell: FindingCell(field: "requests.received.total"))
    }

  private static let forms: [Finding] = [
    .layoutYear(2019, source: "甲号通知", range: "2021–", expected: "乙号通知"),
    .layoutYear(1999, source: "甲号通知", range: "2021–", expected: nil),
    .sectionOrder(["六、其他", "一、总体情况"], cells: []),
    .missingTable("二、主动公开", cells: []),
    .unfittingUnit("办理情况", "单位：元", cells: []),
  ]

  private static let labels: [LocatingIssue.Kind] = [
    .looseLabel("共计收到", label: "总计"),
    .byOrder(row: "科研机构", place: "表!B3"),
    .duplicateLabel("其他", places: ["B3", "B9"]),
    .sameDuplicate("其他", places: ["B3", "B9"]),
    .displacedLabel("其他", place: "B3"),
    .otherGroup("其他", place: "B3", group: "不予公开", expected: "其他处理"),
    .uncertainLabel("其它", labels: ["其他处理", "其他"]),
    .missingRow("总计", after: "其他", before: "结转", other: nil),
    .missingRow("总计", after: "其他", before: nil, other: nil),
    .missingColumn("总计", after: nil, before: "自然人", other: nil),
    .missingColumn("总计", after: nil, before: nil, other: nil),
    .missingColumn("总计", after: "其他", before: nil, other: nil),
    .missingHead(row: "规章", column: "本年制发件数", other: nil),
    .headless(row: "规章", column: "本年制发件数"),
  ]

  private static let places: [LocatingIssue.Kind] = [
    .unusedNumber("7", place: "H9"),
    .unusedLine("小计", count: 1),
    .unusedLine("小计", count: 7),
    .unlabelledLine(place: "H9", count: 1),
    .unlabelledLine(place: "H9", count: 7),
    .shiftedRow("规章", place: "H9"),
    .shiftedTable(place: "H9"),
    .numberInTitle("第二十条第（五）项", place: "E4"),
    .mergedFields(place: "C5:D6"),
    .severalInHead("总计", places: ["C5", "D5"]),
    .movedNumber("规章", place: "D5"),
    .collapsedGroup("其他处理", label: "其他"),
    .competingColumns("总计", places: ["C4", "K4"]),
  ]

  private static let tables: [LocatingIssue.Kind] = [
    .duplicateTable("二、主动公开", places: ["甲!A1:C9", "乙!A1:C9"]),
    .sameTable("二、主动公开", places: ["甲!A1:C9", "乙!A1:C9"]),
    .namedTable("二、主动公开", place: "甲!A1:C9", others: ["乙!A1:C9", "丙!A1:C9"]),
    .nameConflict(field: "requests.received.total", label: "甲!C9", name: "甲!C8"),
    .byName("二、主动公开", count: 1),
    .byName("二、主动公开", count: 3),
  ]

  private static let remarks: [ValueRemark] = [
    .doubtful(text: "22（作废）", number: "22"), .beside(text: "22（其中\n修订 16 件）", number: "22"),
    .fullWidth(text: "１２", number: "12"),
    .words(text: "三", number: "3"),
    .converted(text: "25000元", statedBy: nil, number: "2.5", unit: "万元"),
    .converted(text: "25000", statedBy: "收费金额\n（元）", number: "2.5", unit: "万元"),
    .contradictingUnits(text: "25000", units: ["元", "万元"]),
    .shownOtherwise(stored: "12345", shown: "12"), .shownOtherwise(stored: "12345", shown: ""),
    .unreadable(text: "待定"), .severalNumbers(text: "3/5"), .wrongUnit(text: "3元", unit: "元"),
    .wrongKind(text: "#REF!"),
    .notEvaluated(
      formula: "=FOO(A1)",
      reason: Phrase(zh: "不支持函数 FOO", en: "the function FOO is not supported")),
    .unchecked(
      formula: "=FOO(\(String(repeating: "A1,", count: 40)))", stored: "7",
      reason: Phrase(zh: "不支持函数 FOO", en: "the function FOO is not supported")),
    .stale(stored: "7", fresh: "8"), .mark(text: "注\n1", number: "87"),
    .corrected(text: "85", number: "87"), .struckOut(text: "85"), .onlyMark(text: "1"),
    .hidden(text: "85"), .unclear(text: "8 7"), .rivals(["1", "2"]), .reversed(number: "12345"),
  ]

  @Test("names the label that is where the missing one should be")
  func namesTheOtherLabel() {
    let other = LocatingIssue.OtherLabel(
      text: "上年制发件数", place: "B2", cell: FindingCell(sheet: "表", reference: "B2"))
    let field = FindingCell(field: "disclosure.regulations.issued")
    let finding = LocatingIssue(
      kind: .missingColumn("本年制发件数", after: nil, before: "本年废止件数", other: other),
      cells: [field]
    ).finding
    #expect(finding.cells == [other.cell, field])
    #expect(finding.message.zh.hasSuffix("；B2 的“上年制发件数”意思不同，没有按此读入"))
    #expect(
      finding.message.en.hasSuffix("; “上年制发件数” in B2 says something else and was not read as it"))
  }

  @Test("reads as recorded, whole")
  func readsAsRecorded() throws {
    let text = Self.findings.map { finding in
      """
      \(finding.severity) \(finding.rule)
        \(finding.message[.zh])
        \(finding.message[.en])

      """
    }.joined()
    try expectGolden(text, "findings.txt")
  }
}
