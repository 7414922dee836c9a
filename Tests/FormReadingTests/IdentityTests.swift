import Diagnostics
import Documents
import ReportModel
import Testing

@testable import FormReading

/// Whose report it is, and of which year, out of all the words that state it; nothing out of those that do
/// not.
struct IdentityTests {
  private let sample = Sample(distinct: Forms.form2021, seed: 3)
  private let reader = FormReader(FormLibrary(Forms.all))

  private func tables(_ names: [String] = ["table 1", "table 2", "table 3"]) -> [Grid] {
    zip(Forms.form2021.tables, names).map { table, name in
      GridPainter().grid(LayoutBuilder(table: table).official(), sample, name: name)
    }
  }

  private func text(_ lines: [String], name: String = "正文") -> Grid {
    Grid(
      name: name,
      cells: lines.enumerated().map {
        GridCell(GridReference(row: $0 + 1, column: 1), .text($1))
      })
  }

  private func workbook(_ lines: [String]) throws -> FormReading {
    try reader.read(GridDocument(kind: "xlsx", grids: [text(lines)] + tables()), file: "x")
  }

  private func page(_ lines: [String]) throws -> FormReading {
    try reader.read(
      GridDocument(
        kind: "html", grids: tables(),
        blocks: lines.map(GridDocument.Block.paragraph) + (0..<3).map { .table(index: $0) }),
      file: "x")
  }

  private func check(_ reading: FormReading) -> [Finding] {
    IdentityChecker(reading.definition).check(reading.report, reading.identity, file: "x")
  }

  @Test(
    "in titles of every shape",
    arguments: [
      ("2022年某市政府信息公开工作年度报告", "某市", 2022),
      ("2022年度某镇政府信息公开工作年度报告", "某镇", 2022),
      ("2022年某县人民政府信息公开工作年度报告", "某县人民政府", 2022),
      ("某局2019年度政府信息公开重点工作年度报告", "某局", 2019),
      ("某局2021年度政府信息公开工作报告（文字版）", "某局", 2021),
      ("某局 2021政府信息公开工作年度报告", "某局", 2021),
      ("2025某县某乡2025年度政府信息公开工作年度报告", "某县某乡", 2025),
      ("某某高新区（经开区）管委会二〇二二年政府信息公开年报", "某某高新区（经开区）管委会", 2022),
      ("某區教育體育局2022年政府信息公開工作年度報告", "某區教育體育局", 2022),
      ("2009年度某鎮(zhèn)政府信息公開年度報(bào)告", "某鎮", 2009),
      ("您现在的位置：首页 > 政府信息公开年报 > 某乡人民政府2024年政府信息公开工作年度报告", "某乡人民政府", 2024),
      ("名 称: 某区卫生健康局2021年政府信息公开工作年度报告", "某区卫生健康局", 2021),
      ("某市2022年政府信息公幵工作年度报告", "某市", 2022),
    ])
  func titles(title: String, agency: String, year: Int) throws {
    for reading in [
      try workbook([title, "一、总体情况", "本年……"]), try page([title, "一、总体情况", "本年……"]),
    ] {
      #expect(reading.report.agency == agency)
      #expect(reading.report.year == year)
      #expect(reading.identity.yearStatement?.evidence == .title)
      #expect(check(reading) == [])
    }
  }

  @Test(
    "in the sentences in front of a report",
    arguments: [
      ("现公布某区统计局2023年政府信息公开工作年度报告。", "某区统计局", 2023),
      ("根据《条例》，特向社会公布某街道2021年度信息公开年度报告。", "某街道", 2021),
      ("现向社会公布2020年度某市公安局政府信息公开工作年度报告。", "某市公安局", 2020),
      ("现将某市气象局2020年政府信息公开工作年度报告向社会公布。", "某市气象局", 2020),
      ("现将2021年某街道办事处政府信息公开情况报告如下：", "某街道办事处", 2021),
      ("结合实际，编制《某县某镇2022年政府信息公开工作年度报告》。", "某县某镇", 2022),
      ("本报告由某市某镇人民政府按照《条例》要求编制。数据的统计期限自2024年1月1日起至2024年12月31日止。", "某市某镇人民政府", 2024),
      ("由某县气象局编制。本报告使用数据统计期限为20231月1日至12月31日。", "某县气象局", 2023),
      ("根据《条例》要求，某县 教育局编制了本报告。数据的统计期限自2024年1月1日起至2024年12月31日止。", "某县教育局", 2024),
    ])
  func sentences(text: String, agency: String, year: Int) throws {
    for reading in [
      try workbook([text, "一、总体情况", "本年……"]), try page([text, "一、总体情况", "本年……"]),
      try page(["一、总体情况", "根据《条例》，" + text]),
    ] {
      #expect(reading.report.agency == agency)
      #expect(reading.report.year == year)
      #expect(check(reading) == [])
    }
  }

  @Test(
    "not in the notices of other bodies, addresses and words for oneself",
    arguments: [
      "根据某市人民政府办公室《关于做好2021年政府信息公开工作年度报告编制和发布工作的通知》要求，编制本报告。",
      "根据某市人民政府办公室关于做好2021年度政府信息公开工作年度报告的通知，编制本报告。",
      "按照《中华人民共和国政府信息公开工作年度报告格式》（国办公开办函〔2021〕30号）编制本报告。",
      "如对本报告有任何疑问，请与某区人民政府办公室联系（地址：某区某路399号）。",
      "来源：某市人民政府 发布时间：2023-01-31", "现公布我街道信息公开工作年度报告。", "首页 > 2021 > 街道办事处政府信息公开工作年度报告",
    ])
  func noEvidence(text: String) throws {
    let reading = try page([text, "一、总体情况", "本年……"])
    #expect(reading.report.agency == "")
    #expect(reading.report.year == nil)
    #expect(check(reading).map(\.rule) == ["report.year", "report.agency"])
  }

  @Test("in the first sentences, where nothing states it")
  func opening() throws {
    let whole = try page([
      "一、总体情况", "2022年，在区委、区政府的领导下，某某经济开发区管理委员会认真贯彻《条例》。", "（一）主动公开。2022年，我委公开 68 条。",
    ])
    #expect(whole.report.agency == "某某经济开发区管理委员会")
    #expect(whole.report.year == 2022)
    let other = try page(["一、总体情况", "2022年，某某市人民政府高度重视。我局公开 68 条。"])
    #expect(other.report.agency == "")
    let two = try page(["一、总体情况", "2021年，我局公开 3 条。", "2022年，我局公开 5 条。"])
    #expect(two.report.year == nil)
  }

  @Test(
    "in the name above a date, however that is written",
    arguments: ["2024年1月15日", "（2024年1月15日）", "二〇二四年一月十五日"])
  func signatures(date: String) throws {
    let reading = try page(["一、总体情况", "本年……", "某区教育局", date])
    #expect(reading.report.agency == "某区教育局")
    #expect(reading.identity.agencyStatement?.evidence == .signature)
    #expect(reading.report.year == nil)
  }

  @Test("in the sheets' names, where nothing else is there")
  func sheetNames() throws {
    let names = ["主动公开2022年", "依申请2022年", "复议"]
    let reading = try reader.read(GridDocument(kind: "xlsx", grids: tables(names)), file: "x")
    #expect(reading.report.year == 2022)
    #expect(reading.identity.yearStatement?.evidence == .sheet)
    let edition = try reader.read(
      GridDocument(kind: "xlsx", grids: tables(["2021年版表样", "乙", "丙"])), file: "x")
    #expect(edition.report.year == nil)
  }

  @Test("warns of a heading or sheet with another year than the title, and says where")
  func contradictions() throws {
    let lines = [
      "某局2023年政府信息公开工作年度报告", "一、总体情况", "本年……", "三、2022年收到和处理政府信息公开申请情况", "六、其他需要报告的事项", "无",
    ]
    let grids = [text(lines)] + tables(["甲", "2021年", "丙"])
    let reading = try reader.read(GridDocument(kind: "xlsx", grids: grids), file: "x")
    #expect(reading.report.year == 2023)
    #expect(reading.report.sections == ["overview": "本年……", "problems": "", "other": "无"])
    let findings = check(reading)
    #expect(findings.map(\.rule) == ["report.year", "report.year"])
    #expect(findings.map { $0.cells.first?.sheet } == ["正文", "2021年"])
    #expect(findings.first?.cells.first?.reference == "A4")
    #expect(
      findings.first?.message.zh
        == "报告年度读作 2023（标题“某局2023年政府信息公开工作年度报告”），但小标题“三、2022年收到和处理政府信息公开申请情况”写的是 2022；请核对")
    #expect(
      findings.last?.message.en
        == """
        the year was read as 2023 (the title “某局2023年政府信息公开工作年度报告”), but the name of a sheet “2021年” \
        says 2021; please check
        """)
  }

  @Test(
    "takes neither year of a title with two",
    arguments: ["2022-2023年", "2022年至2023年", "2022、2023年度"])
  func severalYears(years: String) throws {
    let reading = try workbook(["某局\(years)政府信息公开工作年度报告", "一、总体情况", "本年……"])
    #expect(reading.report.agency == "某局")
    #expect(reading.report.year == nil)
    let findings = check(reading)
    #expect(findings.map(\.rule) == ["report.year"])
    #expect(
      findings.first?.message.zh
        == "“某局\(years)政府信息公开工作年度报告”写了几个年度（2022、2023），没有读入；请只写报告年度")
    #expect(
      findings.first?.message.en
        == """
        “某局\(years)政府信息公开工作年度报告” names several years (2022, 2023); none was read; name only the year \
        reported on
        """)
  }

  @Test("says that a report names neither agency nor year, whatever it comes from")
  func missing() {
    let report = Report(form: Forms.form2021.id)
    let findings = check(reader.read(report, Forms.form2021, file: "x.json"))
    #expect(findings.map(\.severity) == [.warning, .warning])
    #expect(
      findings.map(\.message.zh) == [
        "没有写明报告年度；请在标题中写明，如“××局2024年政府信息公开工作年度报告”，或填写“报告年度”",
        "没有写明填报单位；请在标题中写明，如“××局2024年政府信息公开工作年度报告”，或填写“填报单位”",
      ])
    #expect(
      findings.map(\.message.en) == [
        """
        the year of the report is not stated; write it in the title, such as \
        “××局2024年政府信息公开工作年度报告”, or fill in “报告年度”
        """,
        """
        the agency is not stated; write it in the title, such as “××局2024年政府信息公开工作年度报告”, or fill in \
        “填报单位”
        """,
      ])
  }

  @Test("holds the title against what is filled in, an abbreviation apart")
  func filledIn() {
    var report = Report(form: Forms.form2021.id)
    report.title = "乙局2023年政府信息公开工作年度报告"
    (report.agency, report.year) = ("甲局", 2024)
    let findings = check(reader.read(report, Forms.form2021, file: "x.json"))
    #expect(findings.map(\.rule) == ["report.year", "report.agency"])
    #expect(
      findings.last?.message.zh == "填报单位是“甲局”，但标题“乙局2023年政府信息公开工作年度报告”写的是“乙局”；请核对")
    #expect(
      findings.last?.message.en
        == "the agency is “甲局”, but the title “乙局2023年政府信息公开工作年度报告” names “乙局”; please check")
    report.title = "某区卫健委2024年政府信息公开工作年度报告"
    report.agency = "某区卫生健康委员会"
    #expect(check(reader.read(report, Forms.form2021, file: "x.json")) == [])
  }

  @Test(
    "warns of another year anywhere about the tables",
    arguments: [
      "2020年", "（2020年度）", "统计年度：2020年", "报告期：2020年度", "报告年度：2020", "统计期间：2020年",
    ])
  func otherYears(line: String) throws {
    let title = "某局2021年政府信息公开工作年度报告"
    for reading in [try workbook([title, line]), try page([title, line])] {
      let findings = check(reading).filter { $0.rule == "report.year" }
      #expect(findings.count == 1 && findings.first?.severity == .warning, "\(line)")
    }
    #expect(check(try workbook([title, line.replacing("2020", with: "2021")])) == [])
  }

  @Test("warns of another year in the area of a table and in the name of its sheet")
  func otherYearsOfTables() throws {
    let title = text(["某局2021年政府信息公开工作年度报告"])
    var drawing = LayoutBuilder(table: Forms.form2021.tables[2]).official().moved(down: 1, right: 0)
    drawing[1, 1] = .label("四、政府信息公开行政复议、行政诉讼情况（2020年）")
    let other = GridPainter().grid(drawing, sample, name: "table 3")
    let named = tables(["2020主动公开", "table 2", "table 3"])
    for grids in [[title] + tables().dropLast() + [other], [title] + named] {
      let reading = try reader.read(GridDocument(kind: "xlsx", grids: grids), file: "x")
      #expect(check(reading).map(\.rule) == ["report.year"])
      #expect(reading.report.year == 2021)
    }
  }

  @Test("reads a title as it is shown")
  func titleInReverseOrder() throws {
    let reading = try workbook(["某局\u{202E}1202\u{202C}年政府信息公开工作年度报告"])
    #expect(reading.report.year == 2021)
    #expect(try workbook(["某局2202年政府信息公开工作年度报告"]).report.year == nil)
  }
}
