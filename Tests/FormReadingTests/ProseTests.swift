import Diagnostics
import Documents
import FormReading
import Foundation
import ReportModel
import Testing

/// Sections, title, agency and year are read from cells, from paragraphs, and by the template's names.
struct ProseTests {
  private let sample = Sample(distinct: Forms.form2021, seed: 3)
  private let reader = FormReader(FormLibrary(Forms.all))

  private func tables() -> Grid {
    let official = Forms.form2021.tables.map { LayoutBuilder(table: $0).official() }
    return GridPainter().grid(official[0].above(official[1]).above(official[2]), sample)
  }

  private func text(_ lines: [String], name: String = "正文") -> Grid {
    Grid(
      name: name,
      cells: lines.enumerated().map {
        GridCell(GridReference(row: $0 + 1, column: 1), .text($1))
      })
  }

  @Test(arguments: [
    ("政府办公室2021年政府信息公开工作年度报告", "政府办公室", 2021),
    ("某某局二〇二三年政府信息公开工作年度报告", "某某局", 2023),
    ("关于某某镇人民政府２０２２年度政府信息公开工作年度报告", "某某镇人民政府", 2022),
    ("2023年政府信息公开工作年度报告", "", 2023),
    ("昌图县七家子镇2023年政府信息公开 工作告年度报", "昌图县七家子镇", 2023),
  ])
  func readsTitleAgencyAndYear(title: String, agency: String, year: Int) throws {
    let reading = try reader.read(
      GridDocument(kind: "xlsx", grids: [text([title, "一、总体情况", "今年来……"]), tables()]), file: "x")
    #expect(reading.report.title == title)
    #expect(reading.report.agency == agency)
    #expect(reading.report.year == year)
    #expect(reading.report.sections["overview"] == "今年来……")
  }

  @Test(arguments: [
    (["某市人民政府", "2024 年政府信息公开工作年度报告"], "某市人民政府", "某市人民政府2024 年政府信息公开工作年度报告"),
    (["某局2024年政府信息公开", "工作年度报告"], "某局", "某局2024年政府信息公开工作年度报告"),
    (["来源：某市人民政府", "2024年政府信息公开工作年度报告"], "", "2024年政府信息公开工作年度报告"),
    (["信息公开", "2024年政府信息公开工作年度报告"], "", "2024年政府信息公开工作年度报告"),
    (["政府信息公开工作年度报告", "2024年"], "", ""),
  ])
  func readsATitleOfTwoLines(lines: [String], agency: String, title: String) throws {
    let reading = try reader.read(
      GridDocument(kind: "xlsx", grids: [text(lines + ["一、总体情况", "今年来……"]), tables()]),
      file: "x")
    #expect(reading.report.title == title)
    #expect(reading.report.agency == agency)
    #expect(reading.report.sections["overview"] == "今年来……")
  }

  @Test(arguments: [
    "五、存在的主要问题及改进情况", "五、政府信息公开工作存在的主要问题及改进情况", "五、存在问题及改进情况", "五、存在的主要问题及整改措施",
    "五 、存在的主要问题及改进情况：", "（五）存在的主要问题及改进情况", "五、存在的主要問題及改進情況",
  ])
  func knowsHeadingsInTheirVariants(heading: String) throws {
    let lines = ["一、总体情况", "甲", "乙", heading, "丙", "六、其他需要报告的事项", "无"]
    let reading = try reader.read(
      GridDocument(kind: "xlsx", grids: [text(lines), tables()]), file: "x")
    #expect(reading.report.sections == ["overview": "甲\n乙", "problems": "丙", "other": "无"])
  }

  @Test func readsSectionsAroundTheTablesOfOneSheet() throws {
    var grid = tables()
    let moved = grid.cells.map {
      GridCell(
        GridReference(row: $0.reference.row + 10, column: $0.reference.column), $0.value)
    }
    let merges = grid.merges.map {
      GridRange(
        GridReference(row: $0.topLeft.row + 10, column: $0.topLeft.column),
        GridReference(row: $0.bottomRight.row + 10, column: $0.bottomRight.column))
    }
    let texts = [
      (1, "某局2022年政府信息公开工作年度报告"), (3, "一、总体情况"), (4, "第一段。"), (5, "第二段。"), (7, "二、主动公开政府信息情况"),
    ]
    let end = (moved.map(\.reference.row).max() ?? 0) + 1
    let after = [
      (end + 1, "五、存在的主要问题及改进情况"), (end + 2, "问题。"), (end + 3, "六、其他需要报告的事项"), (end + 4, "无"),
    ]
    grid = Grid(
      name: "Sheet1",
      cells: moved
        + (texts + after).map { GridCell(GridReference(row: $0.0, column: 1), .text($0.1)) },
      merges: merges)
    let reading = try reader.read(GridDocument(kind: "xlsx", grids: [grid]), file: "x")
    #expect(reading.report.sections == ["overview": "第一段。\n第二段。", "problems": "问题。", "other": "无"])
    #expect(reading.report.agency == "某局")
    #expect(sample.differences(in: reading.report).isEmpty)
  }

  @Test func readsParagraphsBetweenTables() throws {
    let official = Forms.form2021.tables.map { LayoutBuilder(table: $0).official() }
    let document = GridDocument(
      kind: "html",
      grids: official.enumerated().map {
        GridPainter().grid($1, sample, name: "table \($0 + 1)", origin: .table)
      },
      blocks: [
        .paragraph("某局2022年政府信息公开工作年度报告"), .paragraph("一、总体情况"), .paragraph("甲"), .paragraph("乙"),
        .paragraph("二、主动公开政府信息情况"), .table(index: 0), .paragraph("三、收到和处理政府信息公开申请情况"),
        .table(index: 1), .paragraph("四、政府信息公开行政复议、行政诉讼情况"), .table(index: 2),
        .paragraph("五、存在的主要问题及改进情况"), .paragraph("丙"), .paragraph("六、其他需要报告的事项"), .paragraph("丁"),
      ])
    let reading = try reader.read(document, file: "x")
    #expect(reading.report.sections == ["overview": "甲\n乙", "problems": "丙", "other": "丁"])
    #expect(reading.findings.isEmpty)
    #expect(sample.differences(in: reading.report).isEmpty)
  }

  @Test func readsOnBehindATableThatIsNoneOfTheForms() throws {
    let official = Forms.form2021.tables.map { LayoutBuilder(table: $0).official() }
    let extra = { (name: String, texts: [String]) in
      Grid(
        name: name, origin: .table,
        cells: texts.enumerated().map {
          GridCell(GridReference(row: 1, column: $0 + 1), .text($1))
        })
    }
    let document = GridDocument(
      kind: "html",
      grids: official.enumerated().map {
        GridPainter().grid($1, sample, name: "table \($0 + 1)", origin: .table)
      } + [
        extra("own", ["公众号", "3 个"]), extra("one cell", ["丙"]), extra("footer", ["首页", "地图"]),
      ],
      blocks: [
        .paragraph("一、总体情况"), .paragraph("甲"), .table(index: 3), .paragraph("乙"),
        .paragraph("二、主动公开政府信息情况"), .table(index: 0), .table(index: 1), .table(index: 2),
        .paragraph("五、存在的主要问题及改进情况"), .table(index: 4), .paragraph("六、其他需要报告的事项"),
        .paragraph("丁"), .table(index: 5), .paragraph("版权所有"),
      ])
    let reading = try reader.read(document, file: "x")
    #expect(
      reading.report.sections == ["overview": "甲\n公众号\n3 个\n乙", "problems": "丙", "other": "丁"])
    #expect(sample.differences(in: reading.report).isEmpty)
  }

  @Test func joinsWhatAHeadingAndItsTextShare() throws {
    let lines = ["一、总体情况\n第一段\n第二段", "六、其他需要报告的事项：无"]
    let reading = try reader.read(
      GridDocument(kind: "xlsx", grids: [text(lines), tables()]), file: "x")
    #expect(reading.report.sections == ["overview": "第一段\n第二段", "problems": "", "other": "无"])
  }

  @Test("a heading without its number is the first of those that have its words")
  func takesTheFirstOfEqualHeadings() throws {
    let json = """
      {"id": "own", "title": "仓库物资年度报告", "source": "x", "order": ["stock", "first", "second"],
       "sections": [{"id": "first", "label": "二、主要成绩", "sheet": "二"},
        {"id": "second", "label": "三、主要成绩", "sheet": "三"}],
       "tables": [{"id": "stock", "label": "一、库存情况", "sheet": "库存", "arrangement": "matrix",
        "columns": [{"id": "in", "path": ["本期收入"], "kind": "count"}],
        "rows": [{"id": "wheat", "path": ["小麦面粉"]}, {"id": "rice", "path": ["优质大米"]}]}]}
      """
    let form = try FormDefinition(json: Array(json.utf8))
    let table = Sketch("品名|本期收入\n小麦面粉|1\n优质大米|2").grid
    let read = { (lines: [String]) in
      try FormReader(FormLibrary([form])).read(
        GridDocument(kind: "xlsx", grids: [table, self.text(lines)]), file: "x", form: "own"
      ).report.sections
    }
    #expect(try read(["主要成绩", "甲。"]) == ["first": "甲。", "second": ""])
    #expect(try read(["二、主要成绩", "甲。", "三、主要成绩", "乙。"]) == ["first": "甲。", "second": "乙。"])
  }

  @Test func readsTheTemplatesNamedCells() throws {
    var prose = Grid(name: "改了名", cells: [])
    prose[3, 2] = GridCell(GridReference(row: 3, column: 2), .text("　第一段，"))
    prose[4, 1] = GridCell(GridReference(row: 4, column: 1), .text("续"))
    prose[4, 2] = GridCell(GridReference(row: 4, column: 2), .text("接着写。"))
    prose[5, 2] = GridCell(GridReference(row: 5, column: 2), .text("第二段\r\n第三段"))
    prose[7, 2] = GridCell(GridReference(row: 7, column: 2), .number(5))
    var cover = Grid(name: "基本信息", cells: [])
    cover[4, 2] = GridCell(GridReference(row: 4, column: 2), .text("某局"))
    cover[5, 2] = GridCell(GridReference(row: 5, column: 2), .number(2023))
    cover[7, 2] = GridCell(GridReference(row: 7, column: 2), .text("张三"))
    let names = [
      "section.overview": GridDocument.NamedCell(
        grid: 0, reference: GridReference(row: 3, column: 2)),
      "report.agency": GridDocument.NamedCell(grid: 1, reference: GridReference(row: 4, column: 2)),
      "report.year": GridDocument.NamedCell(grid: 1, reference: GridReference(row: 5, column: 2)),
      "report.title": GridDocument.NamedCell(grid: 1, reference: GridReference(row: 6, column: 2)),
      "contact.preparer": GridDocument.NamedCell(
        grid: 1, reference: GridReference(row: 7, column: 2)),
    ]
    let reading = try reader.read(
      GridDocument(kind: "xlsx", grids: [prose, cover, tables()], names: names), file: "x")
    #expect(reading.report.sections["overview"] == "　第一段，接着写。\n第二段\n第三段\n\n5")
    #expect(reading.report.agency == "某局")
    #expect(reading.report.year == 2023)
    #expect(reading.report.title == "")
    #expect(reading.report.contact == ["preparer": "张三"])
  }

  @Test func readsTheLabelsOfTheCover() throws {
    let cover = text(["填报单位：某镇人民政府", "报告年度：2022年", "联系电话：0571-1"], name: "封面")
    let reading = try reader.read(
      GridDocument(kind: "xlsx", grids: [cover, tables()]), file: "x")
    #expect(reading.report.agency == "某镇人民政府")
    #expect(reading.report.year == 2022)
    #expect(reading.report.contact == ["phone": "0571-1"])
  }
}
