import Diagnostics
import Documents
import FormReading
import ReportModel
import Testing

/// Table four with its three blocks below each other comes in right, however they are drawn.
struct StackedProceedingsTests {
  /// How the blocks are drawn.
  enum Stack: String, CaseIterable {
    case above, before, beforeValues, apart, groupedList, list, matrix, indented
    case unmergedAbove, unmergedBefore, unmergedMatrix

    func drawing(_ table: FormTable) -> Drawing {
      let draughtsman = LayoutBuilder(table: table)
      return switch self {
      case .above: draughtsman.stacked(.above)
      case .before: draughtsman.stacked(.before)
      case .beforeValues: draughtsman.stacked(.beforeValues)
      case .apart: draughtsman.stacked(.above, gap: 1)
      case .groupedList: draughtsman.groupedList()
      case .list: draughtsman.list()
      case .matrix: draughtsman.matrix()
      case .indented: draughtsman.narrow(.indented)
      case .unmergedAbove: draughtsman.stacked(.above).unmerged
      case .unmergedBefore: draughtsman.stacked(.before).unmerged
      case .unmergedMatrix: draughtsman.matrix().unmerged
      }
    }
  }

  @Test(arguments: Forms.all.map(\.id), Stack.allCases)
  func readsTheBlocks(form: String, stack: Stack) throws {
    let form = try #require(Forms.all.first { $0.id == form })
    let drawing = stack.drawing(form.tables[2])
    for (name, drawing) in [("upright", drawing), ("transposed", drawing.transposed)] {
      let (reading, sample) = try read(form, drawing, isOneSheet: false)
      #expect(reading.definition.id == form.id)
      let wrong = sample.differences(in: reading.report)
      #expect(wrong.isEmpty, "\(name): \(wrong.prefix(3).map(\.description)) of \(wrong.count)")
      let errors = reading.findings.filter { $0.severity == .error }
      #expect(errors.isEmpty, "\(name): \(errors.prefix(3).map { "\($0.rule) \($0.message.en)" })")
    }
  }

  /// The table on its side above the same table as the form has it: neither is the one that counts.
  @Test(arguments: [0, 1, 2])
  func reportsAListAboveItsTable(gap: Int) throws {
    let form = Forms.form2021
    let draughtsman = LayoutBuilder(table: form.tables[2])
    var other = draughtsman.official()
    for (place, ink) in other.squares {
      if case .field = ink { other.squares[place] = .value(.number(Double(500 + place.column))) }
    }
    let page = draughtsman.list().above(other, gap: gap)
    let (reading, _) = try read(form, page, isOneSheet: false)
    let finding = try #require(reading.findings.first { $0.rule == "table.duplicate" })
    #expect(finding.cells.compactMap(\.field) == form.tables[2].fields.map(\.description))
    #expect(form.tables[2].fields.allSatisfy { reading.places[$0] == nil })
  }

  /// Below the other tables, and moved so that totals stand in the columns of their values, what is not
  /// read is told.
  @Test(arguments: Stack.allCases)
  func neverReadsTheBlocksWrongBelowOtherTables(stack: Stack) throws {
    let form = Forms.form2021
    let drawing = stack.drawing(form.tables[2])
    for (name, drawing) in [("upright", drawing), ("transposed", drawing.transposed)] {
      for steps in [0, 2, 3, 6] {
        let moved = drawing.moved(down: 0, right: steps)
        let (reading, sample) = try read(form, moved, isOneSheet: true)
        let named = Set(reading.findings.flatMap(\.cells).compactMap(\.field))
        let silent = sample.differences(in: reading.report).filter {
          !named.contains($0.description)
        }
        let comment = "\(name), \(steps) to the right"
        #expect(silent.isEmpty, "\(comment): \(silent.prefix(3)) of \(silent.count)")
        if name == "upright", steps == 0, Self.wholeInOneSheet.contains(stack) {
          let missed = sample.differences(in: reading.report)
          #expect(missed.isEmpty, "\(comment): \(missed.prefix(3)) of \(missed.count)")
        }
      }
    }
  }

  /// What is read whole below the other tables.
  private static let wholeInOneSheet = Set(Stack.allCases).subtracting([.groupedList])

  private func read(
    _ form: FormDefinition, _ drawing: Drawing, isOneSheet: Bool
  ) throws -> (FormReading, Sample) {
    let sample = Sample(distinct: form, seed: 9)
    var drawings = form.tables.map { LayoutBuilder(table: $0).official() }
    drawings[2] = drawing
    if isOneSheet { drawings = [drawings.dropFirst().reduce(drawings[0]) { $0.above($1, gap: 2) }] }
    let grids = drawings.enumerated().map {
      GridPainter().grid($1, sample, name: "Sheet\($0 + 1)")
    }
    let reading = try FormReader(FormLibrary(Forms.all)).read(
      GridDocument(kind: "xlsx", grids: grids), file: "form.xlsx", form: isOneSheet ? form.id : nil)
    return (reading, sample)
  }
}
