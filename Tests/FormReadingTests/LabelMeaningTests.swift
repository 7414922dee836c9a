import Diagnostics
import Documents
import FormReading
import FoundationEssentials
import ReportModel
import Testing

/// A label that differs from the form's by a word of meaning is not read as it; one that differs by accident is.
@Suite struct LabelMeaningTests {
  private let form = Forms.form2021

  /// A label of the form, what stands in its place, and a field that it leads to.
  struct Change: CustomTestStringConvertible {
    let label: String
    let text: String
    let field: String
    var testDescription: String { "\(text) for \(label)" }

    init(_ label: String, _ text: String, _ field: String) {
      (self.label, self.text, self.field) = (label, text, field)
    }
  }

  /// Reads the official form with one label changed.
  private func read(_ change: Change, style: (Drawing) -> Drawing = { $0 }) throws -> FormReading {
    let sample = Sample(distinct: form, seed: 8)
    let painter = GridPainter { $0 == change.label ? change.text : $0 }
    let drawings = form.tables.map { style(LayoutBuilder(table: $0).official()) }
    let page = drawings.dropFirst().reduce(drawings[0]) { $0.above($1, gap: 1) }
    return try FormReader(FormLibrary(Forms.all)).read(
      GridDocument(kind: "xlsx", grids: [painter.grid(page, sample)]), file: "a.xlsx",
      form: form.id)
  }

  static let others = [
    Change("本年制发件数", "上年制发件数", "disclosure.regulations.issued"),
    Change("本年制发件数", "去年制发件数", "disclosure.regulations.issued"),
    Change("本年制发件数", "累计制发件数", "disclosure.regulations.issued"),
    Change("本年制发件数", "拟制发件数", "disclosure.regulations.issued"),
    Change("本年制发件数", "本年计划制发件数", "disclosure.regulations.issued"),
    Change("本年制发件数", "本年修订件数", "disclosure.regulations.issued"),
    Change("本年制发件数", "本年制发件数（上年）", "disclosure.regulations.issued"),
    Change("本年制发件数", "上年製發件數", "disclosure.regulations.issued"),
    Change("本年制发件数", "本年制发字数", "disclosure.regulations.issued"),
    Change("（一）予以公开", "（一）予以公开天数", "requests.outcome.granted.total"),
    Change("一、本年新收政府信息公开申请数量", "一、本年新收政府信息公开申请人数", "requests.received.total"),
    Change("商业企业", "商业企业（不含个体）", "requests.received.business"),
    Change("现行有效件数", "现行失效件数", "disclosure.regulations.inForce"),
    Change("现行有效件数", "現行無效件數", "disclosure.regulations.inForce"),
    Change("本年废止件数", "本年未废止件数", "disclosure.regulations.repealed"),
    Change("行政许可", "非行政许可", "disclosure.licensing.decisions"),
    Change("行政许可", "其中：行政许可", "disclosure.licensing.decisions"),
    Change("行政处罚", "不予行政处罚", "disclosure.penalties.decisions"),
    Change("行政处罚", "行政處罰率", "disclosure.penalties.decisions"),
    Change("行政处罚", "行政处分", "disclosure.penalties.decisions"),
    Change("行政处罚", "重大行政处罚", "disclosure.penalties.decisions"),
    Change("本年处理决定数量", "上年处理决定数量", "disclosure.licensing.decisions"),
    Change("本年收费金额（单位：万元）", "本年应收未收金额（单位：万元）", "disclosure.fees.amount"),
    Change("行政事业性收费", "應收行政事業性收費", "disclosure.fees.amount"),
    Change("（一）予以公开", "（一）不予以公开", "requests.outcome.granted.total"),
    Change("（一）予以公开", "（一）拟予以公开", "requests.outcome.granted.total"),
    Change(
      "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开（区分处理的，只计这一情形，计其他情形）",
      "requests.outcome.partlyGranted.total"),
    Change("1.属于国家秘密", "1.不屬於國家秘密", "requests.outcome.refused.stateSecret.total"),
    Change("1.属于国家秘密", "1.属于商业秘密", "requests.outcome.refused.stateSecret.total"),
    Change("1.本机关不掌握相关政府信息", "1.本机关掌握相关政府信息", "requests.outcome.unavailable.notHeld.total"),
    Change("4.无正当理由大量反复申请", "4.有正当理由大量反复申请", "requests.outcome.notProcessed.excessive.total"),
    Change("四、结转下年度继续办理", "四、结转本年度继续办理", "requests.carriedOut.total"),
    Change("二、上年结转政府信息公开申请数量", "二、前年结转政府信息公开申请数量", "requests.carriedIn.total"),
    Change("商业企业", "非商业企业", "requests.received.business"),
    Change("商业企业", "工业企业", "requests.received.business"),
    Change("结果维持", "结果未维持", "proceedings.reconsideration.upheld"),
  ]

  @Test(arguments: others)
  func readsNoLabelThatSaysSomethingElse(change: Change) throws {
    let field = try #require(FieldName(change.field))
    for style in [{ $0 }, { $0.unmerged }, { $0.transposed }] as [(Drawing) -> Drawing] {
      let reading = try read(change, style: style)
      #expect(reading.places[field] == nil)
      let finding = try #require(
        reading.findings.first { finding in
          finding.severity == .error && finding.cells.contains { $0.field == change.field }
            && finding.message.zh.contains("“\(change.text)”")
        })
      #expect(finding.cells.contains { $0.field == nil && $0.reference != nil })
    }
  }

  static let groups = [
    Change("三、本年度办理结果", "三、上年度办理结果", "requests.outcome.granted.total"),
    Change("（三）不予公开", "（三）应予公开", "requests.outcome.refused.stateSecret.total"),
    Change("（三）不予公开", "（三）予公开", "requests.outcome.refused.stateSecret.total"),
    Change("法人或其他组织", "非法人或其他组织", "requests.received.business"),
    Change("未经复议直接起诉", "经复议直接起诉", "proceedings.litigation.direct.upheld"),
    Change("复议后起诉", "复议前起诉", "proceedings.litigation.afterReconsideration.upheld"),
    Change("第二十条第（八）项", "第二十条第（八）项率", "disclosure.fees.amount"),
    Change("第二十条第（八）项", "第二十条第（八）项以外", "disclosure.fees.amount"),
    Change("第二十条第（六）项", "第二十条第（六）项（其中）", "disclosure.penalties.decisions"),
  ]

  @Test(arguments: groups)
  func readsNothingUnderAGroupThatSaysSomethingElse(change: Change) throws {
    let field = try #require(FieldName(change.field))
    for style in [{ $0 }, { $0.repeated }, { $0.transposed }] as [(Drawing) -> Drawing] {
      let reading = try read(change, style: style)
      #expect(reading.places[field] == nil)
      #expect(
        reading.findings.contains { finding in
          finding.severity == .error && finding.cells.contains { $0.field == change.field }
            && finding.message.zh.contains("“\(change.text)”")
        })
    }
  }

  @Test(arguments: [
    Change("本年制发件数", "当年制发件数", "disclosure.regulations.issued"),
    Change("本年制发件数", "制发件数", "disclosure.regulations.issued"),
    Change("本年制发件数", "本年制某件数", "disclosure.regulations.issued"),
    Change("现行有效件数", "现行有效件", "disclosure.regulations.inForce"),
    Change("现行有效件数", "现行有效件数（历史累计）", "disclosure.regulations.inForce"),
    Change("规章", "规章（没有的填0）", "disclosure.regulations.issued"),
    Change("行政处罚", "行政处罚数量", "disclosure.penalties.decisions"),
    Change("商业企业", "商业企也", "requests.received.business"),
    Change("二、上年结转政府信息公开申请数量", "二、去年结转政府信息公开申请数量", "requests.carriedIn.total"),
    Change("2.没有现成信息需要另行制作", "2.无现成信息需要另行制作", "requests.outcome.unavailable.needsCreation.total"),
    Change("2.其他法律行政法规禁止公开", "2.其他法律行政止公开", "requests.outcome.refused.otherLaw.total"),
    Change(
      "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开（区分处理的，只计这一情型，不计其他情形）",
      "requests.outcome.partlyGranted.total"),
    Change("结果维持", "结果维侍", "proceedings.reconsideration.upheld"),
  ])
  func readsALabelThatDiffersByAccident(change: Change) throws {
    let field = try #require(FieldName(change.field))
    let reading = try read(change)
    #expect(reading.report.found(field) == Sample(distinct: form, seed: 8).values[field])
    #expect(reading.findings.allSatisfy { $0.severity == .note })
  }

  @Test func namesTheLabelThatIsThere() throws {
    let reading = try read(Self.others[0])
    let finding = try #require(reading.findings.first { $0.rule == "column.missing" })
    #expect(
      finding.message
        == Phrase(
          zh: "没有找到“本年制发件数”一栏，应在“本年废止件数”之前；B2 的“上年制发件数”意思不同，没有按此读入",
          en: """
            the column “本年制发件数” was not found; it belongs before “本年废止件数”; “上年制发件数” in B2 \
            says something else and was not read as it
            """))
  }

  @Test(arguments: [true, false])
  func readsNothingUnderAGroupOfAListThatSaysSomethingElse(isMerged: Bool) throws {
    let sample = Sample(distinct: form, seed: 8)
    let painter = GridPainter { $0 == "（三）不予公开" ? "（三）予公开" : $0 }
    let list = LayoutBuilder(table: form.tables[1]).list()
    let reading = try FormReader(FormLibrary(Forms.all)).read(
      GridDocument(kind: "xlsx", grids: [painter.grid(isMerged ? list : list.unmerged, sample)]),
      file: "a.xlsx", form: form.id)
    for field in form.tables[1].fields where field.row.hasPrefix("outcome.refused") {
      #expect(reading.places[field] == nil)
      #expect(
        reading.findings.contains { finding in
          finding.severity == .error && finding.cells.contains { $0.field == field.description }
        })
    }
    #expect(reading.places[try #require(FieldName("requests.outcome.granted.total"))] != nil)
  }

  /// Three columns only: the group's head is no loose wording of its last column.
  @Test func readsNoGroupAsItsColumn() throws {
    let table = form.tables[1]
    var drawing = Drawing()
    for (index, head) in ["项目", "自然人", "法人或其他组织", "总计"].enumerated() {
      drawing.put(.label(head), 1, 1 + index)
    }
    for (index, row) in table.rows.enumerated() {
      drawing.put(.label(row.label), 2 + index, 1)
      for column in 0..<3 {
        drawing.put(.value(.number(Double(100 * column + index))), 2 + index, 2 + column)
      }
    }
    let sample = Sample(distinct: form, seed: 8)
    let reading = try FormReader(FormLibrary(Forms.all)).read(
      GridDocument(kind: "xlsx", grids: [GridPainter().grid(drawing, sample)]), file: "a.xlsx",
      form: form.id)
    #expect(
      reading.report.found(try #require(FieldName("requests.received.naturalPerson"))) == .number(0)
    )
    #expect(reading.places[try #require(FieldName("requests.received.other"))] == nil)
    let finding = try #require(
      reading.findings.first { $0.cells.contains { $0.field == "requests.received.other" } })
    #expect(finding.rule == "column.missing")
    #expect(finding.message.zh.contains("C1 的“法人或其他组织”意思不同，没有按此读入"))
  }
}
