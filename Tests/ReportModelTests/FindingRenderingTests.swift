import Diagnostics
import Foundation
import ReportModel
import TestSupport
import Testing

@Suite("Findings, rendered") struct FindingRenderingTests {
  static let balance = Finding(
    file: "form.xlsx", rule: "requests.balance", severity: .error,
    message: Phrase(zh: "收 9 办 8", en: "9 in, 8 out"), left: 9, right: 8,
    cells: [
      FindingCell(
        sheet: "依申请公开", reference: "E6", field: "requests.received.naturalPerson", value: .number(9)
      ),
      FindingCell(
        sheet: "依申请公开", reference: "E7", field: "requests.carriedIn.naturalPerson", value: .blank),
      FindingCell(sheet: "依申请公开", reference: "E29", value: .text("/")),
    ])

  static let delimited = Finding(
    file: "数据 {1}.csv", rule: "value.text", severity: .error,
    message: Phrase(zh: "“3/5”不是数字", en: "“3/5” is no number"),
    cells: [FindingCell(reference: "12:3", value: .text("3/5"))])

  static let whole = Finding(
    file: "a.xlsx", rule: "file.unreadable", severity: .error,
    message: Phrase(zh: "坏\u{1B}[31m了\n第二行\u{202E}", en: "broken"))

  @Test("text names the file, sheet and cell, then the cells that hold something")
  func rendersText() {
    #expect(
      FindingText(language: .zh).text(Self.balance) == """
        form.xlsx:依申请公开!E6: error[requests.balance]: 收 9 办 8
            E6=9 E29=/

        """)
    #expect(
      FindingText(language: .en).text(Self.delimited)
        == "数据 {1}.csv:12:3: error[value.text]: “3/5” is no number\n")
  }

  @Test("text escapes what could act on a terminal, and stays on one line")
  func escapesText() {
    #expect(
      FindingText(language: .zh).text(Self.whole)
        == "a.xlsx: error[file.unreadable]: 坏\\u001b[31m了\\u000a第二行\\u202e\n")
  }

  @Test("text names at most eight cells, and the file of a cell in another")
  func namesCells() {
    var finding = Self.balance
    finding.cells = (1...10).map {
      FindingCell(sheet: "甲", reference: "A\($0)", value: .number(Decimal($0)))
    }
    finding.cells[1].file = "2020.xlsx"
    #expect(
      FindingText(language: .en).text(finding).split(separator: "\n").last
        == "    A1=1 2020.xlsx:甲!A2=2 A3=3 A4=4 A5=5 A6=6 A7=7 A8=8 …")
  }

  @Test("JSON is the contract's object")
  func rendersJSON() {
    #expect(
      FindingJSON(language: .en).line(Self.balance) == """
        {"file":"form.xlsx","rule":"requests.balance","severity":"error","message":"9 in, 8 out",\
        "left":9,"right":8,"difference":1,\
        "cells":[{"sheet":"依申请公开","ref":"E6","field":"requests.received.naturalPerson","value":9},\
        {"sheet":"依申请公开","ref":"E7","field":"requests.carriedIn.naturalPerson","value":null},\
        {"sheet":"依申请公开","ref":"E29","field":null,"value":"/"}]}
        """)
    #expect(
      FindingJSON(language: .zh).line(Self.whole) == """
        {"file":"a.xlsx","rule":"file.unreadable","severity":"error",\
        "message":"坏\\u001b[31m了\\n第二行\\u202e","cells":[]}
        """)
  }

  @Test(
    "SARIF describes rules, logical locations and lines of delimited text",
    arguments: Language.allCases)
  func rendersSARIF(language: Language) throws {
    let rule = Rule(
      id: "requests.balance", severity: .error, what: Phrase(zh: "相等", en: "equal"),
      why: Phrase(zh: "矛盾", en: "contradiction"), source: Phrase(zh: "表内", en: "the form"),
      example: Phrase(zh: "9＝9", en: "9 = 9"), mend: Phrase(zh: "改正", en: "correct it"))
    let log = FindingSARIF(language: language, version: "1.2.3", rules: [rule])
      .log([Self.balance, Self.delimited, Self.whole])
    try expectGolden(log, "findings.\(language.rawValue).sarif")
    _ = try JSONParser.parse(Array(log.utf8))
  }

  @Test("an absolute path is a file URI")
  func writesFileURIs() {
    var finding = Self.whole
    finding.file = "/tmp/甲 #1.xlsx"
    let log = FindingSARIF(language: .en, version: "1", rules: []).log([finding])
    #expect(log.contains("\"uri\": \"file:///tmp/%E7%94%B2%20%231.xlsx\""))
  }

  @Test("summaries count by severity and leave out what is 0")
  func summarises() {
    var summary = FindingSummary([Self.balance, Self.delimited])
    summary.add(.warning)
    #expect(summary.phrase(file: "a.xlsx").zh == "a.xlsx：2 个错误，1 个警告")
    #expect(summary.phrase(file: "a\u{1B}.xlsx").en == "a\\u001b.xlsx: 2 errors, 1 warning")
    #expect(FindingSummary().phrase(file: "a.xlsx").zh == "a.xlsx：没有发现问题")
    #expect(FindingSummary().counts.en == "nothing found")
    summary.add(FindingSummary([Self.whole]))
    summary.add(.note)
    #expect(summary.total(files: 3, unreadable: 0).zh == "共 3 个文件：3 个错误，1 个警告，1 个提示")
    #expect(
      summary.total(files: 3, unreadable: 1).en
        == "3 files in all, 1 of them unreadable: 3 errors, 1 warning, 1 note")
    #expect(FindingSummary().total(files: 1, unreadable: 0).en == "1 file in all: nothing found")
  }
}
