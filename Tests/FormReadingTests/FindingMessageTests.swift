import Diagnostics
import ReportModel
import TestSupport
import Testing

@testable import FormReading

/// Everything that the reading of a form may say, whole and in both languages.
struct FindingMessageTests {
  private static let findings: [Finding] =
    forms + labels + places + tables
    + remarks.map {
      .value($0, label: "总计", cell: FindingCell(field: "requests.received.total"))
    }

  private static let forms: [Finding] = [
    .layoutYear(2019, source: "甲号通知", range: "2021–", expected: "乙号通知"),
    .layoutYear(1999, source: "甲号通知", range: "2021–", expected: nil),
    .sectionOrder(["六、其他", "一、总体情况"], cells: []),
  ]

  private static let labels: [Finding] = [
    .looseLabel("共计收到", label: "总计", cells: []),
    .byOrder("科研机构", place: "表!B3", cells: []),
    .duplicateLabel("其他", places: ["B3", "B9"], cells: []),
    .sameDuplicate("其他", places: ["B3", "B9"], cells: []),
    .displacedLabel("其他", place: "B3", cells: []),
    .otherGroup("其他", place: "B3", group: "不予公开", expected: "其他处理", cells: []),
    .uncertainLabel("其它", labels: ["其他处理", "其他"], cells: []),
    .missingRow("总计", after: "其他", before: "结转", cells: []),
    .missingRow("总计", after: "其他", before: nil, cells: []),
    .missingColumn("总计", after: nil, before: "自然人", cells: []),
    .missingColumn("总计", after: nil, before: nil, cells: []),
    .missingColumn("总计", after: "其他", before: nil, cells: []),
    .missingHead("规章", column: "本年制发件数", cells: []),
    .headless("规章", column: "本年制发件数", cells: []),
  ]

  private static let places: [Finding] = [
    .unusedNumber("7", place: "H9", cells: []),
    .unusedLine("小计", count: 1, cells: []),
    .unusedLine("小计", count: 7, cells: []),
    .unlabelledLine(place: "H9", count: 1, cells: []),
    .unlabelledLine(place: "H9", count: 7, cells: []),
    .shiftedRow("规章", place: "H9", cells: []),
    .shiftedTable(place: "H9", cells: []),
    .numberInTitle("第二十条第（五）项", place: "E4", cells: []),
    .mergedFields(place: "C5:D6", cells: []),
    .severalInHead("总计", places: ["C5", "D5"], cells: []),
    .movedNumber("规章", place: "D5", cells: []),
    .unfittingUnit("办理情况", "单位：元", cells: []),
    .collapsedGroup("其他处理", label: "其他", cells: []),
    .competingColumns("总计", places: ["C4", "K4"], cells: []),
  ]

  private static let tables: [Finding] = [
    .missingTable("二、主动公开", cells: []),
    .duplicateTable("二、主动公开", places: ["甲!A1:C9", "乙!A1:C9"], cells: []),
    .sameTable("二、主动公开", places: ["甲!A1:C9", "乙!A1:C9"], cells: []),
    .namedTable("二、主动公开", place: "甲!A1:C9", others: ["乙!A1:C9", "丙!A1:C9"], cells: []),
    .nameConflict("requests.received.total", label: "甲!C9", name: "甲!C8", cells: []),
    .byName("二、主动公开", count: 1, cells: []),
    .byName("二、主动公开", count: 3, cells: []),
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
