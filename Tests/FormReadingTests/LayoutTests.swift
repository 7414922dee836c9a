import Diagnostics
import Documents
import FormReading
import Foundation
import ReportModel
import Testing

/// Every arrangement that agencies make of the tables comes in right.
struct LayoutTests {
  /// An arrangement of the whole form in grids.
  enum Arrangement: String, CaseIterable {
    case oneSheet, sheets, shifted, unmerged, repeated, narrowIndented, narrowLeaf, narrowPath,
      narrowDash
    case lists, transposed, stackedProceedings, headRepeated, besideEachOther, reordered, delimited
    case titled, indexed

    func document(_ sample: Sample, _ painter: GridPainter) -> GridDocument {
      let drawings = sample.definition.tables.map { LayoutBuilder(table: $0) }
      let official = drawings.map { $0.official() }
      switch self {
      case .oneSheet: return one(official, sample, painter)
      case .sheets: return several(official, sample, painter)
      case .shifted: return one(official.map { $0.moved(down: 5, right: 3) }, sample, painter)
      case .unmerged: return several(official.map(\.unmerged), sample, painter)
      case .repeated: return several(official.map(\.repeated), sample, painter)
      case .narrowIndented: return narrow(.indented, drawings, sample, painter)
      case .narrowLeaf: return narrow(.leaf, drawings, sample, painter)
      case .narrowPath: return narrow(.path, drawings, sample, painter)
      case .narrowDash: return narrow(.dash, drawings, sample, painter)
      case .lists: return several(drawings.map { $0.list() }, sample, painter)
      case .transposed: return several(official.map(\.transposed), sample, painter)
      case .stackedProceedings:
        return several([official[0], official[1], drawings[2].matrix()], sample, painter)
      case .headRepeated:
        return several([official[0], withRepeatedHead(official[1]), official[2]], sample, painter)
      case .besideEachOther:
        let drawing = official[0].beside(official[1]).beside(official[2], gap: 2)
        return several([drawing], sample, painter)
      case .reordered: return one([official[2], official[0], official[1]], sample, painter)
      case .delimited:
        var document = one(official.map(\.unmerged), sample, painter)
        document.grids[0].origin = .delimited
        return document
      case .titled:
        let titled = zip(sample.definition.tables, official).map { table, drawing in
          var title = Drawing()
          title.put(.label(table.label), 1, 1)
          title.put(.label("（截至2023年12月31日）"), 2, 1)
          return title.above(drawing, gap: 1)
        }
        return one(titled, sample, painter)
      case .indexed: return several(official.map(indexed), sample, painter)
      }
    }

    private func one(_ drawings: [Drawing], _ sample: Sample, _ painter: GridPainter)
      -> GridDocument
    {
      several([drawings.dropFirst().reduce(drawings[0]) { $0.above($1, gap: 2) }], sample, painter)
    }

    private func several(
      _ drawings: [Drawing], _ sample: Sample, _ painter: GridPainter
    ) -> GridDocument {
      GridDocument(
        kind: "xlsx",
        grids: drawings.enumerated().map {
          painter.grid($1, sample, name: "Sheet\($0 + 1)")
        })
    }

    private func narrow(
      _ style: LayoutBuilder.LabelStyle, _ drawings: [LayoutBuilder], _ sample: Sample,
      _ painter: GridPainter
    ) -> GridDocument {
      several(
        [drawings[0].official(), drawings[1].narrow(style), drawings[2].narrow(style)], sample,
        painter)
    }

    /// The drawing of table three with its three head rows once more above row 15.
    private func withRepeatedHead(_ drawing: Drawing) -> Drawing {
      var drawing = drawing.unmerged
      let head = drawing.squares.filter { $0.key.row <= 3 }
      for _ in 1...3 { drawing.insertRow(above: 15) }
      for (place, ink) in head { drawing[place.row + 14, place.column] = ink }
      return drawing
    }

    /// The drawing with a column of line numbers at the left.
    private func indexed(_ drawing: Drawing) -> Drawing {
      var drawing = drawing.moved(down: 0, right: 1)
      drawing[1, 1] = .label("序号")
      for row in 4...max(4, drawing.height) { drawing[row, 1] = .value(.number(Double(row - 3))) }
      return drawing
    }
  }

  @Test(arguments: Forms.all.map(\.id), Arrangement.allCases)
  func readsEveryArrangement(form: String, arrangement: Arrangement) throws {
    let form = try #require(Forms.all.first { $0.id == form })
    let sample = Sample(distinct: form, seed: 7)
    let reading = try FormReader(FormLibrary(Forms.all)).read(
      arrangement.document(sample, GridPainter()), file: "form.xlsx")
    #expect(reading.definition.id == form.id)
    let wrong = sample.differences(in: reading.report)
    #expect(wrong.isEmpty, "\(wrong.prefix(5).map(\.description)) of \(wrong.count)")
    let errors = reading.findings.filter { $0.severity == .error }
    #expect(errors.isEmpty, "\(errors.prefix(3).map { "\($0.rule) \($0.message.en)" })")
    // A form that is there as a whole is read as it is where the others are looked for too.
    let compared = try FormReader(FormLibrary(Forms.all), comparesForms: true).read(
      arrangement.document(sample, GridPainter()), file: "form.xlsx")
    #expect(compared.candidates.map(\.form).first == form.id)
    #expect(compared.candidates.count == Forms.all.count)
    #expect(compared.report == reading.report)
    #expect(compared.findings == reading.findings)
    #expect(compared.places == reading.places)
  }

  /// A document that is laid out as one before is read as by a reader that has seen none.
  @Test(arguments: Forms.all.map(\.id), Arrangement.allCases)
  func readsTheNextOfALayout(form: String, arrangement: Arrangement) throws {
    let form = try #require(Forms.all.first { $0.id == form })
    let reader = FormReader(FormLibrary(Forms.all))
    let first = arrangement.document(Sample(distinct: form, seed: 1), GridPainter())
    // Layouts are kept from the second document on
    for _ in 0..<2 { _ = try reader.read(first, file: "first.xlsx") }
    let sample = Sample(distinct: form, seed: 2)
    let document = arrangement.document(sample, GridPainter(numbers: .text))
    let next = try reader.read(document, file: "form.xlsx")
    let alone = try FormReader(FormLibrary(Forms.all)).read(document, file: "form.xlsx")
    #expect(sample.differences(in: next.report).isEmpty)
    #expect(next.report == alone.report)
    #expect(next.findings == alone.findings)
    #expect(next.places == alone.places)
    #expect(abs(next.score - alone.score) < 1e-9)
  }

  /// Numbers that were the same twice under one head in one document may differ in the next.
  @Test func readsNoNumberForItsFormerTwin() throws {
    let form = try #require(Forms.all.first)
    let document = { (seed: Int, addend: Double) -> GridDocument in
      var document = Arrangement.sheets.document(
        Sample(distinct: form, seed: UInt64(seed)), GridPainter())
      document.grids[0] = Self.doubling(column: 2, of: document.grids[0], adding: addend)
      return document
    }
    let reader = FormReader(FormLibrary(Forms.all))
    for _ in 0..<3 { _ = try reader.read(document(1, 0), file: "twins.xlsx") }
    let next = try reader.read(document(2, 1), file: "form.xlsx")
    let alone = try FormReader(FormLibrary(Forms.all)).read(document(2, 1), file: "form.xlsx")
    #expect(alone.findings.contains { $0.severity == .error })
    #expect(next.report == alone.report)
    #expect(next.findings == alone.findings)
  }

  /// `grid` with a column twice under heads that are merged; the copies of numbers are `addend` more.
  private static func doubling(column: Int, of grid: Grid, adding addend: Double) -> Grid {
    let moved = { (place: GridReference) in
      GridReference(row: place.row, column: place.column + (place.column > column ? 1 : 0))
    }
    var cells: [GridCell] = []
    var merges: [GridRange] = []
    for merge in grid.merges {
      let (left, right) = (merge.topLeft.column, merge.bottomRight.column)
      let end = moved(merge.bottomRight)
      merges.append(
        GridRange(
          moved(merge.topLeft),
          GridReference(
            row: end.row, column: end.column + (left...right ~= column && right == column ? 1 : 0)))
      )
    }
    for cell in grid.cells {
      cells.append(GridCell(moved(cell.reference), cell.value))
      guard cell.reference.column == column,
        !grid.merges.contains(where: { $0.contains(cell.reference) })
      else { continue }
      let twin = GridReference(row: cell.reference.row, column: column + 1)
      if case .number(let number) = cell.value {
        cells.append(GridCell(twin, .number(number + addend)))
      } else {
        merges.append(GridRange(cell.reference, twin))
      }
    }
    return Grid(name: grid.name, cells: cells, merges: merges)
  }
}
