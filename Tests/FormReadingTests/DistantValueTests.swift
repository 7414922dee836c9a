import Diagnostics
import Documents
import FormReading
import ReportModel
import TestSupport
import Testing

/// Values stand where a person sees that they belong, or a finding says that they were not read.
@Suite struct DistantValueTests {
  /// Breaks a label of `drawing` over rows as a line break in delimited text does: the rest begins in the first
  /// column, with the values behind its end.
  private func breaking(
    _ label: String, into parts: [String], _ drawing: inout Drawing
  ) throws {
    let place = try #require(drawing.squares.first { $0.value == .label(label) }?.key)
    for _ in parts.dropFirst() { drawing.insertRow(above: place.row + 1) }
    for (step, part) in parts.enumerated() {
      drawing[place.row + step, step == 0 ? place.column : 1] = .label(part)
    }
    for (from, ink) in drawing.squares where from.row == place.row {
      guard case .field = ink else { continue }
      drawing.squares[from] = nil
      drawing[from.row + parts.count - 1, from.column - place.column + 1] = ink
    }
  }

  static let brokenLabels: [[String: [String]]] = [
    ["2.其他法律行政法规禁止公开": ["2.其他法律行政法规禁止公", "开"]],
    ["2.其他法律行政法规禁止公开": ["2.其他法", "律行政法规禁止公", "开"]],
    // The end of one looks like the end of the other as well
    [
      "一、本年新收政府信息公开申请数量": ["一、本年新收政府信息公", "开申请数量"],
      "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请": [
        "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公", "开申请",
      ],
    ],
  ]

  @Test("reads no line whose label is broken over rows", arguments: brokenLabels)
  func readsNoBrokenLine(labels: [String: [String]]) throws {
    let form = Forms.form2021
    let table = form.tables[1]
    let rows = table.rows.filter { labels[$0.path.last ?? ""] != nil }.map(\.id)
    #expect(rows.count == labels.count)
    let sample = Sample(distinct: form, seed: 4)
    var drawing = LayoutBuilder(table: table).official()
    for (label, parts) in labels.sorted(by: { $0.key < $1.key }) {
      try breaking(label, into: parts, &drawing)
    }
    let reading = try FormReader(FormLibrary(Forms.all)).read(
      GridDocument(kind: "csv", grids: [GridPainter().grid(drawing, sample)]), file: "x",
      form: form.id)
    let named = Set(
      reading.findings.filter { $0.severity == .error }.flatMap(\.cells).compactMap(\.field))
    for field in table.fields {
      let isNamed = reading.report.found(field) == nil && named.contains(field.description)
      #expect(
        isNamed
          || !rows.contains(field.row) && reading.report.found(field) == sample.values[field])
    }
  }

  private let form = Forms.form2021

  private func read(_ grids: [Grid]) throws -> FormReading {
    try FormReader(FormLibrary(Forms.all)).read(
      GridDocument(kind: "xlsx", grids: grids), file: "a.xlsx", form: form.id)
  }

  @Test("reads a list whose values begin some blank columns right of its labels", arguments: 1...6)
  func readsAListWithAGap(gap: Int) throws {
    for table in form.tables {
      var drawing = LayoutBuilder(table: table).list()
      let column = drawing.width
      for _ in 0..<gap { drawing.insertColumn(leftOf: column) }
      for drawing in [drawing, drawing.transposed] {
        let sample = Sample(distinct: form, seed: 5)
        let reading = try read([GridPainter().grid(drawing, sample)])
        #expect(table.fields.allSatisfy { reading.report.found($0) == sample.values[$0] })
        #expect(
          !reading.findings.contains {
            $0.cells.contains { $0.field?.hasPrefix(table.id) ?? false }
              && $0.rule != "table.missing"
          })
      }
    }
  }

  @Test("reads no list whose nearer column is named, and says so")
  func refusesAListWithAnotherHead() throws {
    let table = form.tables[1]
    var drawing = LayoutBuilder(table: table).list().moved(down: 1, right: 0)
    let column = drawing.width
    for _ in 0..<3 { drawing.insertColumn(leftOf: column) }
    drawing.put(.label("本年"), 1, column)
    drawing.put(.label("上年"), 1, column + 3)
    let reading = try read([GridPainter().grid(drawing, Sample(distinct: form, seed: 5))])
    let finding = try #require(reading.findings.first { $0.rule == "value.unusedNumber" })
    #expect(finding.severity == .error)
    #expect(
      finding.message
        == Phrase(
          zh: "表中的数像是整体错位了：H2 起的数旁边没有标签，而表内有空行；没有读入，请移回原位",
          en: """
            the numbers of the table seem shifted: those from H2 on have no label while a line of the \
            table is empty; they were not read, move them back
            """))
    #expect(finding.cells.compactMap(\.field) == table.fields.map(\.description))
    #expect(table.fields.allSatisfy { reading.places[$0] == nil })
  }

  @Test("says that a line is blank beside a number", arguments: 3...8)
  func namesABlankLineBesideANumber(step: Int) throws {
    let table = form.tables[1]
    let drawing = LayoutBuilder(table: table).official()
    let field = try #require(FieldName("requests.received.naturalPerson"))
    let place = try #require(drawing.squares.first { $0.value == .field(field) }?.key)
    var moved = drawing
    for (square, ink) in drawing.squares
    where square.row == place.row && square.column >= place.column {
      moved.squares[square] = nil
      moved.squares[GridReference(row: square.row, column: square.column + 7 + step)] = ink
    }
    let reading = try read([GridPainter().grid(moved, Sample(distinct: form, seed: 5))])
    let finding = try #require(reading.findings.first { $0.rule == "value.unusedNumber" })
    #expect(finding.severity == .error)
    #expect(finding.cells.contains { $0.field == field.description })
    #expect(reading.places[field] == nil)
  }

  @Test(
    "reads no value of a table on its side that may have moved", arguments: Forms.all.map(\.id),
    3...6)
  func namesAShiftedTableOnItsSide(form: String, step: Int) throws {
    let form = try #require(Forms.all.first { $0.id == form })
    let table = form.tables[0]
    let drawing = LayoutBuilder(table: table).official().transposed
    var moved = drawing
    for (place, ink) in drawing.squares {
      if case .field = ink { moved.squares[place] = nil }
    }
    for (place, ink) in drawing.squares {
      guard case .field = ink else { continue }
      moved.squares[GridReference(row: place.row, column: place.column + step)] = ink
    }
    let sample = Sample(distinct: form, seed: 5)
    let reading = try FormReader(FormLibrary(Forms.all)).read(
      GridDocument(kind: "xlsx", grids: [GridPainter().grid(moved, sample)]), file: "a.xlsx",
      form: form.id)
    let named = Set(reading.findings.flatMap(\.cells).compactMap(\.field))
    for field in table.fields where reading.report.found(field) != sample.values[field] {
      #expect(named.contains(field.description), "\(field)")
    }
  }

  @Test("reads a list below a table that has its total", arguments: [[3, 3, 3, 1], [2, 1, 3, 1]])
  func readsAListBelowAnotherTable(widths: [Int]) throws {
    let table = LayoutBuilder(table: form.tables[1]).official()
    let list = LayoutBuilder(table: form.tables[2]).list().widened(widths)
    let sample = Sample(distinct: form, seed: 5)
    let reading = try read([GridPainter().grid(table.above(list, gap: 2), sample)])
    for field in form.tables[2].fields {
      #expect(reading.report.found(field) == sample.values[field], "\(field)")
    }
  }

  @Test("reads a page whose tables share their columns, cells merged over them", arguments: 0..<8)
  func readsAWidenedPage(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let drawings = form.tables.map { table in
      let drawing = LayoutBuilder(table: table).official()
      return drawing.widened(
        (0..<drawing.width).map { _ in Int.random(in: 1...4, using: &generator) })
    }
    let page = drawings.dropFirst().reduce(drawings[0]) { $0.above($1, gap: 1) }
    let sample = Sample(distinct: form, seed: seed)
    let reading = try read([GridPainter().grid(page, sample)])
    #expect(sample.differences(in: reading.report).isEmpty)
    #expect(
      reading.findings.allSatisfy { $0.severity == .note }, "\(reading.findings.map(\.message.en))")
  }
}
