import Diagnostics
import Documents
import Foundation
import ReportModel
import Templates
import Testing

@testable import FormReading

/// A unit that is stated anywhere about a value holds; where two differ, nothing is read.
struct StatedUnitTests {
  /// The second table as the official form draws it, from row 4 on, `changes` made by reference.
  private static func grid(
    _ changes: [String: GridValue], shown: String? = nil, transposed: Bool = false
  ) -> Grid {
    let rows: [[GridValue]] = [
      [.text("二、主动公开政府信息情况")], [.text("第二十条第（一）项")],
      [.text("信息内容"), .text("本年制发件数"), .text("本年废止件数"), .text("现行有效件数")],
      [.text("规章"), .number(3), .number(1), .number(21)],
      [.text("行政规范性文件"), .number(14), .number(2), .number(1156)], [.text("第二十条第（五）项")],
      [.text("信息内容"), .text("本年处理决定数量")], [.text("行政许可"), .number(12345)],
      [.text("第二十条第（六）项")], [.text("信息内容"), .text("本年处理决定数量")],
      [.text("行政处罚"), .number(87)], [.text("行政强制"), .number(6)], [.text("第二十条第（八）项")],
      [.text("信息内容"), .text("本年收费金额（单位：万元）")], [.text("行政事业性收费"), .number(12500)],
    ]
    var cells: [String: GridCell] = [:]
    for (row, values) in rows.enumerated() {
      for (column, value) in values.enumerated() {
        let reference = GridReference(row: row + 4, column: column + 1)
        cells[reference.a1] = GridCell(reference, value)
      }
    }
    for (name, value) in changes {
      let column = Int(name.unicodeScalars.first!.value) - 64
      let reference = GridReference(row: Int(name.dropFirst())!, column: column)
      cells[name] = GridCell(reference, value)
    }
    cells["B18"]?.shown = shown
    let laidOut = cells.values.map { cell in
      guard transposed else { return cell }
      var cell = cell
      cell.reference = GridReference(row: cell.reference.column, column: cell.reference.row)
      return cell
    }
    return Grid(name: "表", cells: laidOut)
  }

  private struct Outcome {
    let reading: FormReading
    var fee: FieldValue? { reading.report[FieldName("disclosure.fees.amount")!] }
    var licences: FieldValue? { reading.report[FieldName("disclosure.licensing.decisions")!] }
    /// What is said about values, as `rule severity`.
    var rules: [String] {
      reading.findings.filter { $0.rule.name.hasPrefix("value.") }
        .map { "\($0.rule) \($0.severity)" }
    }
    func messages(_ rule: RuleID) -> [String] {
      reading.findings.filter { $0.rule == rule }.map { $0.message.zh }
    }
  }

  private func read(
    _ changes: [String: GridValue] = [:], shown: String? = nil, transposed: Bool = false,
    blocks: [GridDocument.Block] = []
  ) throws -> Outcome {
    let document = GridDocument(
      kind: "xlsx", grids: [Self.grid(changes, shown: shown, transposed: transposed)],
      blocks: blocks)
    let reader = FormReader(FormLibrary(builtIn: Templates.definitions))
    return Outcome(
      reading: try reader.read(document, file: "a.xlsx", form: "gov-info-disclosure-2021"))
  }

  private func number(_ text: String) -> FieldValue { .number(Decimal(string: text)!) }

  @Test("says nothing where the form's own unit is stated, anywhere")
  func saysNothingOfTheOwnUnit() throws {
    for changes in [
      [:], ["B17": .text("本年收费金额（万元）")], ["C18": .text("万元")], ["D4": .text("单位：万元")],
      ["D4": .text("单位：件、万元")], ["D4": .text("单位：件")], ["D4": .text("填报单位：元坝区民政局")],
      ["A19": .text("填报单位负责人：元某")], ["C11": .text("件")], ["B17": .text("本年收费金额（萬元）")],
    ] as [[String: GridValue]] {
      let outcome = try read(changes)
      #expect(outcome.fee == number("12500") && outcome.rules.isEmpty, "\(changes)")
    }
  }

  @Test(
    "converts by the head, in whatever brackets or words",
    arguments: [
      "本年收费金额（元）", "本年收费金额[元]", "本年收费金额【元】", "本年收费金额（人民币元）", "本年收费金额（人民币：元）",
      "本年收费金额（以元为单位）", "本年收费金额（单位：元）", "本年收费金额（單位：元）", "本年收费金额（按元计）", "本年收费金额：元",
      "本年收费金额／元", "本年收费金额（金额单位：元，保留2位小数）", "本年收费金额 元",
    ])
  func convertsByTheHead(head: String) throws {
    let outcome = try read(["B17": .text(head)])
    #expect(outcome.fee == number("1.25"))
    #expect(outcome.rules == ["value.note note"])
    #expect(
      outcome.messages("value.note") == [
        "“行政事业性收费，本年收费金额（单位：万元）”：“12500”按“\(head)”换算为 1.25 万元，请核对"
      ])
  }

  @Test(
    "converts exactly, whatever the power of ten",
    arguments: [
      ("千元", 12500.5, "1250.05"), ("百万元", 3, "300"), ("亿元", 0.00012, "1.2"), ("元", 0.1, "0.00001"),
      ("万", 7, "7"),
    ])
  func convertsExactly(unit: String, stored: Double, expected: String) throws {
    let outcome = try read(["B17": .text("本年收费金额（\(unit)）"), "B18": .number(stored)])
    #expect(outcome.fee == number(expected))
  }

  @Test(
    "converts by a note, a label, the cell beside, or the block's title",
    arguments: [
      ("D4", "单位：元"), ("A2", "（金额单位：元）"), ("C3", "元"), ("A19", "注：收费金额以元为单位。"), ("D16", "单位：元"),
      ("A16", "第二十条第（八）项（单位：元）"), ("A18", "行政事业性收费（元）"), ("C18", "元"), ("C18", "（单位：元）"),
      ("D4", "单位：件、元"),
    ])
  func convertsByWhatIsAround(place: String, text: String) throws {
    let changes: [String: GridValue] = ["B17": .text("本年收费金额"), place: .text(text)]
    let outcome = try read(changes)
    #expect(outcome.fee == number("1.25") && outcome.licences == number("12345"))
    #expect(outcome.rules == ["value.note note"])
  }

  @Test("takes what is beside the number before the printed head")
  func prefersTheCellBeside() throws {
    #expect(try read(["C18": .text("元")]).fee == number("1.25"))
    #expect(try read(["B18": .text("12500元")]).fee == number("1.25"))
    #expect(try read(["B18": .text("12500（元）")]).fee == number("1.25"))
    #expect(try read(["B18": .text("３百万元")]).fee == number("300"))
  }

  @Test(
    "reads nothing where two statements differ",
    arguments: [
      ["D4": GridValue.text("单位：元")], ["A18": .text("行政事业性收费（元）")],
      ["B17": .text("本年收费金额（元）"), "C18": .text("万元")],
      ["B17": .text("本年收费金额（元）"), "B18": .text("1.25万元")],
      ["B17": .text("本年收费金额（单位：元）（万元）")], ["B18": .text("1.2万")], ["B18": .text("十二万")],
      ["B18": .text("¥12,500.00")],
    ])
  func refusesContradictions(changes: [String: GridValue]) throws {
    let outcome = try read(changes)
    let isUnreadable = if case .unreadable? = outcome.fee { true } else { false }
    #expect(isUnreadable)
    #expect(outcome.rules == ["value.unit error"])
  }

  @Test(
    "reads nothing in a unit that the field cannot be in",
    arguments: [
      ["B17": GridValue.text("本年收费金额（件）")], ["B17": .text("本年收费金额（美元）")], ["C18": .text("件")],
      ["B18": .text("5件")], ["B18": .text("$12")],
    ])
  func refusesOtherKinds(changes: [String: GridValue]) throws {
    let outcome = try read(changes)
    #expect(outcome.rules == ["value.unit error"])
    let isUnreadable = if case .unreadable? = outcome.fee { true } else { false }
    #expect(isUnreadable)
  }

  @Test("holds counts to their unit too")
  func convertsCounts() throws {
    #expect(try read(["B10": .text("本年处理决定数量（万件）")]).licences == number("123450000"))
    #expect(try read(["C11": .text("千件")]).licences == number("12345000"))
    #expect(try read(["B11": .text("1.2万件")]).licences == number("12000"))
    #expect(try read(["B11": .text("3万")]).licences == number("30000"))
    #expect(try read(["B10": .text("本年处理决定数量（元）")]).rules == ["value.unit error"])
    #expect(try read(["C11": .text("元")]).rules == ["value.unit error"])
  }

  @Test("takes a unit behind blank cells, where a merged area was lost")
  func looksBehindBlanks() throws {
    #expect(try read(["D18": .text("元")]).fee == number("1.25"))
    #expect(try read(["F18": .text("（元）")]).fee == number("1.25"))
    #expect(try read(["H18": .text("元")]).fee == number("12500"))
  }

  @Test("a power of ten alone in a field is none of its neighbour's")
  func keepsPowersToTheirCell() throws {
    let outcome = try read(["C7": .text("万")])
    #expect(outcome.reading.report[FieldName("disclosure.regulations.issued")!] == number("3"))
    #expect(outcome.rules == ["value.text error"])
  }

  @Test("a share is no unit of a count", arguments: ["（%）", "（单位：%）", "（‰）", "（％）"])
  func refusesShares(unit: String) throws {
    let outcome = try read(["B10": .text("本年处理决定数量\(unit)")])
    #expect(Set(outcome.rules) == ["value.unit error"])
    let isUnreadable = if case .unreadable? = outcome.licences { true } else { false }
    #expect(isUnreadable)
  }

  @Test("a note below a table is one of it only where nothing else comes before")
  func leavesTheNextNote() throws {
    for (changes, fee) in [
      (["A19": GridValue.text("注：金额以元为单位。")], "1.25"),
      (["A19": .text("三、申请情况"), "A20": .text("单位：元")], "12500"),
    ] {
      #expect(try read(changes.merging(["B17": .text("本年收费金额")]) { $1 }).fee == number(fee))
    }
    let blocks: [GridDocument.Block] = [
      .table(index: 0), .paragraph("三、申请情况"), .paragraph("单位：万件"),
    ]
    let outcome = try read(blocks: blocks)
    #expect(outcome.licences == number("12345") && outcome.rules.isEmpty)
  }

  @Test("warns once of a note that no field of the table can be in")
  func warnsOfUnfittingNotes() throws {
    let form = Forms.form2021
    let sample = Sample(distinct: form, seed: 1)
    for (index, table) in form.tables.enumerated().dropFirst() {
      var drawing = LayoutBuilder(table: table).official().moved(down: 1, right: 0)
      drawing[1, 1] = .label("单位：元")
      let document = GridDocument(kind: "xlsx", grids: [GridPainter().grid(drawing, sample)])
      let reading = try FormReader(FormLibrary(Forms.all)).read(document, file: "x", form: form.id)
      let findings = reading.findings.filter { $0.rule == "value.unit" }
      #expect(findings.map(\.severity) == [.warning], "\(index)")
      #expect(findings.first?.cells.count == table.fields.count)
      #expect(table.fields.allSatisfy { reading.report[$0] == sample.values[$0] })
    }
  }

  @Test("keeps the units of a table beside another out of it")
  func keepsTablesApart() throws {
    var grid = Self.grid(["B17": .text("本年收费金额（元）")])
    let heads = ["自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "其他", "总计"]
    let table = try #require(Forms.form2021.table("requests"))
    for (column, head) in heads.enumerated() {
      grid[4, column + 10] = GridCell(GridReference(row: 4, column: column + 10), .text(head))
      for (row, label) in table.rows.enumerated() {
        let place = GridReference(row: row + 5, column: column + 10)
        grid[place] = GridCell(place, .number(Double(row + column)))
        let name = GridReference(row: row + 5, column: 9)
        grid[name] = GridCell(name, .text(label.path.joined(separator: " ")))
      }
    }
    let reading = try FormReader(FormLibrary(builtIn: Templates.definitions)).read(
      GridDocument(kind: "xlsx", grids: [grid]), file: "a.xlsx", form: "gov-info-disclosure-2021")
    #expect(reading.report[FieldName("disclosure.fees.amount")!] == number("1.25"))
    #expect(reading.report[FieldName("requests.received.naturalPerson")!] == number("0"))
    #expect(!reading.findings.contains { $0.rule == "value.unit" })
  }

  @Test("sees the unit in the head of a table that begins beside another's last line")
  func readsTheHeadBesideAnotherTable() throws {
    var grid = Self.grid(["I18": .text("单位：万件")])
    let table = try #require(Forms.form2021.table("requests"))
    for (column, head) in table.columns.enumerated() {
      let place = GridReference(row: 18, column: column + 10)
      grid[place] = GridCell(place, .text(head.label))
      for (row, label) in table.rows.enumerated() {
        let place = GridReference(row: row + 19, column: column + 10)
        grid[place] = GridCell(place, .number(Double(row + 1)))
        let name = GridReference(row: row + 19, column: 9)
        grid[name] = GridCell(name, .text(label.path.joined(separator: " ")))
      }
    }
    let reading = try FormReader(FormLibrary(builtIn: Templates.definitions)).read(
      GridDocument(kind: "xlsx", grids: [grid]), file: "a.xlsx", form: "gov-info-disclosure-2021")
    #expect(reading.report[FieldName("disclosure.licensing.decisions")!] == number("12345"))
    #expect(reading.report[FieldName("requests.received.naturalPerson")!] == number("10000"))
  }

  @Test("leaves zero alone, whatever the unit")
  func leavesZeroAlone() throws {
    let outcome = try read(["D4": .text("单位：元"), "B18": .number(0)], shown: "¥ 0.00")
    #expect(outcome.fee == number("0") && outcome.rules.isEmpty)
  }

  @Test("sees the same where rows and columns are exchanged")
  func readsTransposedTables() throws {
    let head = try read(["B17": .text("本年收费金额（元）")], transposed: true)
    #expect(head.fee == number("1.25"))
    let beside = try read(["C18": .text("元")], transposed: true)
    #expect(beside.fee == number("1.25"))
  }

  @Test("reads the paragraphs beside a table of a page")
  func readsParagraphs() throws {
    let outcome = try read(
      ["B17": .text("本年收费金额")], blocks: [.paragraph("单位：元"), .table(index: 0)])
    #expect(outcome.fee == number("1.25"))
  }

  @Test(
    "takes the unit that the number format shows",
    arguments: [
      ("12500元", "1.25"), ("12,500.00元", "1.25"), ("1.3万元", "1.25"), ("13千元", "1.25"),
      ("12500万元", "12500"),
      ("12,500.00", "12500"),
    ])
  func takesTheShownUnit(shown: String, expected: String) throws {
    let outcome = try read(shown: shown)
    #expect(outcome.fee == number(expected))
    #expect(outcome.rules == (expected == "1.25" ? ["value.note note"] : []))
  }

  @Test("a currency's symbol is its unit only where no other is stated")
  func takesASymbolForAUnit() throws {
    #expect(try read(["B17": .text("本年收费金额")], shown: "¥12,500.00").fee == number("1.25"))
    #expect(try read(["B17": .text("本年收费金额（元）")], shown: "￥12,500").fee == number("1.25"))
    #expect(try read(shown: "¥12,500.00").rules == ["value.unit error"])
    #expect(try read(shown: "$12,500.00").rules == ["value.unit error"])
    #expect(try read(shown: "1.3万").rules == ["value.unit error"])
  }
}
