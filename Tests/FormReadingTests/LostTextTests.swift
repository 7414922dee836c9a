import Diagnostics
import Documents
import ReportModel
import Testing

@testable import FormReading
@testable import FormWriting

/// No text that a person wrote on a sheet of a form is lost in silence.
struct LostTextTests {
  private let reader = FormReader(FormLibrary(Forms.all))

  /// Our own workbook as a document.
  private func document(
    _ report: Report, _ form: FormDefinition = Forms.form2021, withNames: Bool = true
  ) -> GridDocument {
    FormLayout.workbook(report, form).document(withNames: withNames)
  }

  private func report() -> Report {
    var report = Report(form: Forms.form2021.id)
    (report.agency, report.year) = ("某局", 2024)
    report.title = "某局2024年政府信息公开工作年度报告"
    for table in Forms.form2021.tables { report.tables[table.id] = [:] }
    report.sections = ["overview": "第一段。\n第二段。", "problems": "问题。", "other": "无"]
    for (field, value) in Sample(distinct: Forms.form2021, seed: 3).values { report[field] = value }
    return report
  }

  private func index(_ sheet: String, in document: GridDocument) throws -> Int {
    try #require(document.grids.firstIndex(where: { $0.name == sheet }))
  }

  @Test("reads a paragraph that was typed into the narrow column of a sheet of prose")
  func narrowColumn() throws {
    var document = document(report())
    let sheet = try index("总体情况", in: document)
    document.grids[sheet][5, 1] = GridCell(GridReference(row: 5, column: 1), .text("第三段。"))
    let reading = try reader.read(document, file: "x")
    #expect(reading.report.sections["overview"] == "第一段。\n第二段。\n第三段。")
    #expect(reading.findings == [])
  }

  @Test("names the cell of a text beside the prose, above it and below a table")
  func unused() throws {
    for (sheet, row, column) in [("总体情况", 3, 3), ("总体情况", 2, 1), ("依申请公开", 60, 2)] {
      var document = document(report())
      let index = try index(sheet, in: document)
      let place = GridReference(row: row, column: column)
      document.grids[index][place] = GridCell(place, .text("另有两件申请正在办理之中。"))
      let reading = try reader.read(document, file: "x")
      let finding = try #require(reading.findings.first)
      #expect(reading.findings.count == 1)
      #expect(finding.rule == "text.unused")
      #expect(finding.severity == .warning)
      #expect(finding.cells.map(\.sheet) == [sheet])
      #expect(
        finding.message.zh
          == "\(place.a1) 的“另有两件申请正在办理之中。”不在任何一部分之内，没有读入；要报送的文字请写在有关部分的标题之下")
      #expect(
        finding.message.en
          == """
          “另有两件申请正在办理之中。” in \(place.a1) is in no section and was not read; write what is to be reported \
          below the heading of its section
          """)
    }
  }

  @Test("says nothing of what is around a form")
  func furniture() throws {
    for text in ["附件2", "单位：件、万元", "填表人：张三　审核人：李四", "2024年1月5日", "第 1 页 共 3 页", "某局", "（盖章）"] {
      var document = document(report())
      let index = try index("依申请公开", in: document)
      document.grids[index][60, 1] = GridCell(GridReference(row: 60, column: 1), .text(text))
      let reading = try reader.read(document, file: "x")
      #expect(reading.findings.filter { $0.rule == "text.unused" } == [], "\(text)")
    }
  }

  @Test("keeps a section together where its parts have headings like the form's")
  func partsOfASection() throws {
    let lines = [
      "某局2020年政府信息公开工作年度报告", "一、总体情况", "（一）主动公开政府信息情况", "甲。", "（四）因政府信息公开申请的行政复议、行政诉讼情况", "乙。",
      "二、主动公开政府信息情况", "四、政府信息公开行政复议、行政诉讼情况", "五、存在的主要问题及改进情况", "丙。",
    ]
    let text = Grid(
      name: "正文",
      cells: lines.enumerated().map { GridCell(GridReference(row: $0 + 1, column: 1), .text($1)) })
    let sample = Sample(distinct: Forms.form2021, seed: 3)
    let tables = Forms.form2021.tables.map {
      GridPainter().grid(LayoutBuilder(table: $0).official(), sample, name: $0.sheet)
    }
    let reading = try reader.read(GridDocument(kind: "xlsx", grids: [text] + tables), file: "x")
    #expect(
      reading.report.sections["overview"]
        == "（一）主动公开政府信息情况\n甲。\n（四）因政府信息公开申请的行政复议、行政诉讼情况\n乙。")
    #expect(reading.report.sections["problems"] == "丙。")
  }

  @Test("reads our own workbook without its names, whatever its sheets are called")
  func withoutNames() throws {
    var document = document(report(), withNames: false)
    for index in document.grids.indices { document.grids[index].name = "Sheet\(index + 1)" }
    let reading = try reader.read(document, file: "x")
    #expect(reading.report.sections == report().sections)
    #expect(reading.report.title == report().title)
    #expect(reading.report.agency == "某局")
    #expect(reading.report.year == 2024)
    #expect(reading.findings == [])
  }

  @Test("reads our own workbook as a page that a program made of it")
  func asPage() throws {
    var document = document(report(), withNames: false)
    document.kind = "html"
    let names = document.grids.map(\.name)
    document.blocks = names.map { .paragraph($0) }
    for (index, name) in names.enumerated() {
      document.grids[index].origin = .table
      document.blocks += [.paragraph("Sheet \(index + 1): \(name)"), .table(index: index)]
    }
    let reading = try reader.read(document, file: "x")
    #expect(reading.report.sections == report().sections)
    #expect(reading.report.title == report().title)
    #expect(reading.findings == [])
  }

  @Test("puts ideographs in the place of radicals, and says so once")
  func radicals() throws {
    var report = report()
    report.sections["overview"] = "⽹站和部⻔，⽆⻔⼾"
    let reading = try reader.read(document(report), file: "x")
    #expect(reading.report.sections["overview"] == "网站和部门，无门户")
    #expect(reading.findings.map(\.rule) == ["text.variants"])
    #expect(reading.findings.first?.severity == .note)
    #expect(reading.findings.first?.message.zh == "文字中有 5 个部首字符（如“⽹”、“⻔”、“⽆”），已换成通用汉字")
    #expect(
      reading.findings.first?.message.en
        == """
        the text had 5 radicals in the place of ideographs (such as “⽹”, “⻔”, “⽆”); the ideographs were put \
        there
        """)
    report.sections["overview"] = "⺠意"
    #expect(try reader.read(document(report), file: "x").report.sections["overview"] == "民意")
    report.sections["overview"] = "門⼾開放與監督"
    report.sections["problems"] = "無"
    report.title = ""
    #expect(
      try reader.read(document(report), file: "x").report.sections["overview"] == "門戶開放與監督")
  }
}
