import Diagnostics
import Documents
import FormReading
import Foundation
import ReportModel
import TestSupport
import Testing

/// The form is recognised from the tables, never from the year.
struct RecognitionTests {
  private let reader = FormReader(FormLibrary(Forms.all))

  private func document(_ form: FormDefinition, title: String? = nil) -> GridDocument {
    let sample = Sample(distinct: form, seed: 11)
    var grids = form.tables.enumerated().map {
      GridPainter().grid(LayoutBuilder(table: $1).official(), sample, name: "表\($0 + 1)")
    }
    if let title {
      grids.insert(
        Grid(name: "封面", cells: [GridCell(GridReference(row: 1, column: 1), .text(title))]), at: 0)
    }
    return GridDocument(kind: "xlsx", grids: grids)
  }

  @Test(arguments: [
    ("gov-info-disclosure-2021", 2020), ("gov-info-disclosure-2019", 2023),
  ])
  func warnsOfAFormOfAnotherYear(form: String, year: Int) throws {
    let definition = try #require(Forms.all.first { $0.id == form })
    let reading = try reader.read(
      document(definition, title: "某局\(year)年政府信息公开工作年度报告"), file: "x")
    #expect(reading.definition.id == form)
    #expect(reading.findings.map(\.rule) == ["form.layoutYear"])
    #expect(reading.findings.first?.severity == .warning)
  }

  /// How the table with the group in one row is drawn.
  enum Collapsed: CaseIterable {
    case official, unmerged, repeated, transposed, leaf, indented, path, dash, wide

    func drawing(_ table: FormTable) -> Drawing {
      let draughtsman = LayoutBuilder(table: table)
      return switch self {
      case .official: draughtsman.official()
      case .unmerged: draughtsman.official().unmerged
      case .repeated: draughtsman.official().repeated
      case .transposed: draughtsman.official().transposed
      case .leaf: draughtsman.narrow(.leaf)
      case .indented: draughtsman.narrow(.indented)
      case .path: draughtsman.narrow(.path)
      case .dash: draughtsman.narrow(.dash)
      case .wide: draughtsman.matrix()
      }
    }
  }

  @Test(arguments: Collapsed.allCases)
  func takesOtherHandlingFilledInAsOneRow(layout: Collapsed) throws {
    let form = Forms.form2021
    var drawing = layout.drawing(Forms.form2019.tables[1])
    var sample = Sample(distinct: form, seed: 2)
    for (place, ink) in drawing.squares {
      guard case .field(let field) = ink, field.row == "outcome.otherHandling" else { continue }
      let other = FieldName(
        table: "requests", row: "outcome.otherHandling.other", column: field.column)
      drawing.squares[place] = .field(other)
    }
    for field in form.fields where field.row.hasSuffix("Overdue") { sample.values[field] = .blank }
    let grids = [
      GridPainter().grid(LayoutBuilder(table: form.tables[0]).official(), sample, name: "表1"),
      GridPainter().grid(drawing, sample, name: "表2"),
      GridPainter().grid(LayoutBuilder(table: form.tables[2]).official(), sample, name: "表3"),
    ]
    let reading = try reader.read(GridDocument(kind: "xlsx", grids: grids), file: "x")
    #expect(reading.definition.id == form.id)
    #expect(sample.differences(in: reading.report).isEmpty)
    // Labels joined by dashes are read loosely, which is told
    let findings = reading.findings.filter { $0.severity > .note }
    #expect(findings.map(\.rule) == ["row.missing"])
    #expect(findings.first?.severity == .warning)
    let group = form.fields.filter { $0.row.hasPrefix("outcome.otherHandling.") }
    let named = Set(findings.flatMap(\.cells).compactMap(\.field))
    #expect(named == Set(group.map(\.description)))
  }

  /// The second year's numbers below the first's put every field of the table in doubt.
  @Test func namesEveryFieldOfATableThatStandsThereTwice() throws {
    let form = Forms.form2021
    let list = LayoutBuilder(table: form.tables[1]).list()
    for drawing in [list, list.unmerged, LayoutBuilder(table: form.tables[1]).official()] {
      let first = GridPainter().grid(drawing, Sample(distinct: form, seed: 5))
      let second = GridPainter().grid(
        drawing.moved(down: drawing.height + 1, right: 0), Sample(distinct: form, seed: 6))
      let grid = Grid(
        name: "Sheet1", cells: first.cells + second.cells, merges: first.merges + second.merges)
      let reading = try reader.read(
        GridDocument(kind: "xlsx", grids: [grid]), file: "x", form: form.id)
      #expect(reading.report.tables["requests"] == nil)
      let fields = form.tables[1].fields.map(\.description)
      let finding = try #require(reading.findings.first { $0.rule == "table.duplicate" })
      #expect(Set(finding.cells.compactMap(\.field)) == Set(fields))
    }
  }

  @Test func saysWhatWasLookedForWhereNothingIsRecognised() throws {
    let grid = Grid(
      name: "通讯录", cells: [GridCell(GridReference(row: 1, column: 1), .text("姓名"))])
    let error = #expect(throws: FormUnrecognised.self) {
      try reader.read(GridDocument(kind: "xlsx", grids: [grid]), file: "x")
    }
    #expect(
      error?.phrase
        == Phrase(
          zh: """
            没有识别出任何报表：查找了“二、主动公开政府信息情况、三、收到和处理政府信息公开申请情况、四、政府信息公开行政复议、行政诉讼情况”，看过的工作表：通讯录。\
            请检查表中的行、列标题，或填写模板（xlsxreport template）
            """,
          en: """
            no form recognised: looked for the tables 二、主动公开政府信息情况、三、收到和处理政府信息公开申请情况、\
            四、政府信息公开行政复议、行政诉讼情况; sheets seen: 通讯录; check the labels of rows and columns, \
            or fill in the template (xlsxreport template)
            """))
  }

  @Test func saysThatATableIsMissing() throws {
    var document = document(Forms.form2021)
    document.grids.remove(at: 1)
    let reading = try reader.read(document, file: "x")
    #expect(reading.report.tables["requests"] == nil)
    #expect(reading.findings.map(\.rule) == ["table.missing"])
    #expect(reading.findings.first?.cells.count == 175)
  }

  /// A form of a user's own that is nothing like the built-in ones.
  static let indicators = """
    {"id": "indicators", "title": "主要经济指标", "source": "本局", "order": ["main"], "sections": [], "relations": [],
     "tables": [{"id": "main", "label": "主要指标完成情况", "sheet": "指标", "arrangement": "matrix", "corner": "指标名称",
      "columns": [
        {"id": "now", "path": ["本期"], "kind": "amount", "unit": "万元"},
        {"id": "before", "path": ["上年同期"], "kind": "amount", "unit": "万元"}],
      "rows": [
        {"id": "output", "path": ["地区生产总值"]},
        {"id": "output.farming", "path": ["地区生产总值", "第一产业"]},
        {"id": "output.industry", "path": ["地区生产总值", "第二产业"]},
        {"id": "revenue", "path": ["一般公共预算收入"]},
        {"id": "retail", "path": ["社会消费品零售总额"]}]}]}
    """

  @Test func readsAUsersOwnForm() throws {
    let form = try FormDefinition(json: Array(Self.indicators.utf8))
    let sample = Sample(distinct: form, seed: 4)
    for drawing in [
      LayoutBuilder(table: form.tables[0]).matrix(),
      LayoutBuilder(table: form.tables[0]).matrix().transposed,
      LayoutBuilder(table: form.tables[0]).narrow(.leaf).moved(down: 4, right: 2),
    ] {
      let reading = try FormReader(FormLibrary(Forms.all + [form])).read(
        GridDocument(kind: "xlsx", grids: [GridPainter().grid(drawing, sample)]), file: "x")
      #expect(reading.definition.id == "indicators")
      #expect(sample.differences(in: reading.report).isEmpty)
      #expect(reading.findings.isEmpty)
    }
  }
}
