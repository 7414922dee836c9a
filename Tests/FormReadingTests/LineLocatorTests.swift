import Diagnostics
import Documents
import FormReading
import FoundationEssentials
import ReportModel
import Templates
import Testing

@Suite struct LineLocatorTests {
  private let library: FormLibrary

  init() throws { library = FormLibrary(builtIn: Templates.definitions) }

  private func read(_ text: String) throws -> FormReading {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var cells: [GridCell] = []
    for (row, line) in lines.enumerated() {
      for (column, field) in line.split(separator: "|", omittingEmptySubsequences: false)
        .enumerated()
      where !line.isEmpty {
        cells.append(
          GridCell(
            GridReference(row: row + 1, column: column + 1),
            .text(field.trimmingPrefix { $0 == " " }.description)))
      }
    }
    let grid = Grid(name: "", origin: .lines, cells: cells)
    return try FormReader(library).read(
      GridDocument(kind: "txt", grids: [grid]), file: "a.txt")
  }

  /// Reads lines of table three below table two.
  private func readRequests(_ lines: String) throws -> FormReading {
    try read("\(disclosure)\n三、收到和处理政府信息公开申请情况\n\(lines)")
  }

  private func value(_ reading: FormReading, _ field: String) throws -> FieldValue? {
    reading.report[try #require(FieldName(field))]
  }

  private let disclosure = """
    二、主动公开政府信息情况
    信息内容|本年制发件数|本年废止件数|现行有效件数
    规章|1|2|3
    行政规范性文件|4||6||
    行政许可|7||
    行政处罚|8
    行政强制|/
    行政事业性收费|9.5
    """

  @Test func readsRowsByLabelAndOrder() throws {
    let reading = try read(disclosure)
    #expect(try value(reading, "disclosure.regulations.repealed") == .number(2))
    #expect(try value(reading, "disclosure.normativeDocuments.repealed") == .blank)
    #expect(try value(reading, "disclosure.normativeDocuments.inForce") == .number(6))
    #expect(try value(reading, "disclosure.licensing.decisions") == .number(7))
    #expect(try value(reading, "disclosure.enforcement.decisions") == .notApplicable)
    #expect(try value(reading, "disclosure.fees.amount") == .number(9.5))
    let place = reading.places[try #require(FieldName("disclosure.regulations.repealed"))]
    #expect(place?.reference == "3:3")
  }

  @Test func joinsALabelThatIsBrokenOverLines() throws {
    let reading = try readRequests(
      """
      一、本年新收政府信息公开
      申请数量
      1|2|3|4|5|6|21
      二、上年结转政府信息
      0|0|0|0|0|0|0
      公开申请数量
      （一）予以公开|9|0|0|0|0|0|9
      """)
    #expect(try value(reading, "requests.received.total") == .number(21))
    #expect(try value(reading, "requests.carriedIn.total") == .number(0))
    #expect(try value(reading, "requests.outcome.granted.naturalPerson") == .number(9))
  }

  @Test func takesNumbersThatStandOnLinesOfTheirOwn() throws {
    let reading = try readRequests(
      "一、本年新收政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n二、上年结转政府信息公开申请数量\n0\n0\n0\n0\n0\n0\n0")
    #expect(try value(reading, "requests.received.business") == .number(2))
    #expect(try value(reading, "requests.carriedIn.total") == .number(0))
  }

  @Test(
    "takes no values from several lines whose order nothing confirms",
    arguments: [
      "（二）部分公开|328\n319|7|0|0|2|0", "（二）部分公开|9\n0|0|0|0|0|9",
      "（二）部分公开|1\n2\n3\n4\n5\n6\n22", "（二）部分公开|1|2|3|4|5|6|21\n7|7",
      "（二）部分公开|252|0|45|128|32\n2|9",
    ])
  func refusesScatteredValues(lines: String) throws {
    let reading = try readRequests("（一）予以公开|9|0|0|0|0|0|9\n\(lines)\n1.属于国家秘密|1|0|0|0|0|0|1")
    let row = "requests.outcome.partlyGranted."
    #expect(try value(reading, row + "naturalPerson") ?? .blank == .blank)
    #expect(
      reading.findings.contains { finding in
        finding.rule == "row.missing" && finding.severity == .error
          && finding.cells.contains { $0.field == row + "total" }
      })
    #expect(try value(reading, "requests.outcome.granted.total") == .number(9))
    #expect(try value(reading, "requests.outcome.refused.stateSecret.total") == .number(1))
  }

  @Test func takesALineOfAnotherTableForNoRemainder() throws {
    let reading = try readRequests(
      """
      （七）总计|9|0|0|0|0|0|9
      四、结转下年度继续办理|1|0|0|0|0|0|1
      0|0|0|0|0|0|0|0|0|0|0|0|0|0|0
      """)
    #expect(try value(reading, "requests.carriedOut.total") == .number(1))
  }

  @Test(
    "takes values from several lines that the form's relation confirms",
    arguments: ["1|2|3\n4|5|6|21", "1\n2|3|4|5|6\n21"])
  func takesConfirmedValues(lines: String) throws {
    let reading = try readRequests("（一）予以公开|9|0|0|0|0|0|9\n（二）部分公开\n\(lines)")
    #expect(try value(reading, "requests.outcome.partlyGranted.business") == .number(2))
    #expect(try value(reading, "requests.outcome.partlyGranted.total") == .number(21))
  }

  @Test func passesOverABlankCellOfTheLabel() throws {
    let reading = try readRequests(
      """
      三、本年度办理结果|（一）予以公开|9|0|0|0|0|0|9
      （七）总计||9|0|0|0|0|0|9
      四、结转下年度继续办理|1|0|0|0|0|0|1
      """)
    #expect(try value(reading, "requests.outcome.total.naturalPerson") == .number(9))
    #expect(try value(reading, "requests.outcome.total.total") == .number(9))
  }

  @Test("does not guess which of the blanks on both sides is a value")
  func refusesBlanksOnBothSides() throws {
    let reading = try readRequests(
      """
      三、本年度办理结果|（一）予以公开|9|0|0|0|0|0|9
      （七）总计||1|2|3|4|5|6|
      四、结转下年度继续办理|1|0|0|0|0|0|1
      """)
    #expect(reading.places[try #require(FieldName("requests.outcome.total.naturalPerson"))] == nil)
    #expect(
      reading.findings.contains {
        $0.rule == "row.missing"
          && $0.cells.contains { $0.field == "requests.outcome.total.naturalPerson" }
      })
  }

  @Test func readsARowWithoutLabelBetweenTwoThatAreCertain() throws {
    let reading = try readRequests(
      """
      1.属于国家秘密|1|0|0|0|0|0|1
      2|0|0|0|0|0|2
      3.危及“三安全一稳定”|3|0|0|0|0|0|3
      """)
    #expect(try value(reading, "requests.outcome.refused.otherLaw.total") == .number(2))
    let note = try #require(reading.findings.first { $0.rule == "label.loose" })
    #expect(
      note.message
        == Phrase(
          zh: "11:1 的一行数字没有标签，按前后两行的顺序读作“2.其他法律行政法规禁止公开”，请核对",
          en: """
            the line of numbers at 11:1 has no label; by the rows before and after it, it was read as \
            “2.其他法律行政法规禁止公开”, please check
            """))
    #expect(note.cells.first?.field == "requests.outcome.refused.otherLaw.naturalPerson")
  }

  @Test func refusesARowWithTooFewNumbers() throws {
    let reading = try readRequests(
      """
      一、本年新收政府信息公开申请数量|1|2|3|4|5|21
      二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0
      （一）予以公开|9|0|0|0|0|0|9
      """)
    #expect(reading.places[try #require(FieldName("requests.received.total"))] == nil)
    #expect(
      reading.findings.contains { finding in
        finding.rule == "row.missing"
          && finding.cells.contains { $0.field == "requests.received.total" }
      })
  }

  @Test func readsTheFifteenNumbersOfTableFourInOneLine() throws {
    let reading = try read(
      "四、政府信息公开行政复议、行政诉讼情况\n行政复议|行政诉讼\n1|2|3|4|10|5|6|7|8|26|9|0|1|2|12")
    #expect(try value(reading, "proceedings.litigation.direct.upheld") == .number(5))
    #expect(try value(reading, "proceedings.litigation.afterReconsideration.total") == .number(12))
  }

  /// Table two as text that was copied from a page: a cell a line, words broken.
  private func oneCellALine(heads: [String]) -> String {
    let cells =
      ["第二十条第（一）项", "信息", "内容"] + heads + ["规章", "1", "2", "3", "行政规范", "性文件", "4", "5", "6"]
      + ["第二十条第（五）项", "信息内容", "本年处理", "决定数量", "行政许可", "7"]
    return "二、主动公开政府信息情况\n\n" + cells.joined(separator: "\n\n")
  }

  @Test(
    "takes values a line under heads a line",
    arguments: [
      ["本年制发件数", "本年废止件数", "现行有效件数"], ["本年制发", "件数", "本年废止件数", "现行", "有效", "件数"],
    ])
  func readsOneCellALine(heads: [String]) throws {
    let reading = try read(oneCellALine(heads: heads))
    let values = try [
      "regulations.issued", "regulations.repealed", "regulations.inForce",
      "normativeDocuments.issued", "normativeDocuments.repealed", "normativeDocuments.inForce",
      "licensing.decisions",
    ].map { try value(reading, "disclosure." + $0) }
    #expect(values == [1, 2, 3, 4, 5, 6, 7].map { .number($0) })
  }

  @Test(
    "takes no values a line whose heads are not in order, or not the form's own",
    arguments: [
      ["本年废止件数", "本年制发件数", "现行有效件数"], ["本年制发件数", "现行有效件数"],
      ["本年制发件数", "本年未废止件数", "现行有效件数"], ["本年制发件数", "本年废业件数", "现行有效件数"],
    ])
  func refusesOneCellALine(heads: [String]) throws {
    let reading = try read(oneCellALine(heads: heads))
    #expect(try value(reading, "disclosure.licensing.decisions") == .number(7))
    for field in ["regulations.issued", "normativeDocuments.inForce"] {
      #expect(reading.places[try #require(FieldName("disclosure." + field))] == nil)
      #expect(
        reading.findings.contains { finding in
          finding.severity == .error
            && finding.cells.contains { $0.field == "disclosure." + field }
        })
    }
  }

  @Test func takesNoRowOfAnEditionThatTheTextDoesNotTell() {
    #expect(throws: FormUnrecognised.self) { _ = try read("规章|1|2|3\n规范性文件|4|5|6") }
  }

  @Test func readsTheEditionThatItsHeadsTell() throws {
    let reading = try read("信息内容|本年新制作数量|本年新公开数量|对外公开总数量\n规章|1|2|3\n规范性文件|4|5|6")
    #expect(reading.definition.id == "gov-info-disclosure-2019")
    #expect(try value(reading, "disclosure.regulations.totalPublished") == .number(3))
  }

  @Test func reportsAGroupInOneRow() throws {
    let reading = try readRequests(
      """
      5.要求行政机关确认或重新出具已获取信息|1|0|0|0|0|0|1
      （六）其他处理|2|0|0|0|0|0|2
      （七）总计|3|0|0|0|0|0|3
      """)
    #expect(try value(reading, "requests.outcome.otherHandling.other.total") == .number(2))
    #expect(try value(reading, "requests.outcome.otherHandling.feeOverdue.total") == .blank)
    #expect(reading.findings.contains { $0.rule == "row.missing" && $0.severity == .warning })
  }
}
