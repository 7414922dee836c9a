import Diagnostics
import Documents
import ReportModel
import Testing

@testable import FormReading

/// Of several places that hold a table one counts only where all say the same.
struct LocatedTableTests {
  private let fields = SmallForm.table.fields

  /// A candidate for the table whose `count` cells stand in `column` of the grid, the rest doubtful.
  private func candidate(
    _ column: Int, _ count: Int, doubtful: Int = 0, from first: Int = 0, score: Double = 1
  ) -> TableCandidate {
    var candidate = TableCandidate(
      table: SmallForm.table, grid: 0, layout: .matrix,
      region: GridRange(
        GridReference(row: 1, column: column), GridReference(row: 15, column: column)))
    for index in first..<first + count {
      candidate.cells[fields[index]] = GridReference(row: index + 1, column: column)
      candidate.scores[fields[index]] = score
    }
    candidate.doubtful = Set(fields[(first + count)..<(first + count + doubtful)])
    return candidate
  }

  /// A document with 15 numbers in each of some columns, those of `others` being others.
  private func document(_ columns: ClosedRange<Int>, others: [Int: Double] = [:]) -> GridDocument {
    let cells = (1...15).flatMap { row in
      columns.map { column in
        let value = others[column] ?? 0
        return GridCell(
          GridReference(row: row, column: column),
          .number(Double(row * 10) + (row == 3 ? value : 0)))
      }
    }
    return GridDocument(kind: "xlsx", grids: [Grid(name: "表", cells: cells)])
  }

  private func located(
    _ candidates: [TableCandidate], _ document: GridDocument,
    named: [FieldName: GridReference] = [:]
  ) -> LocatedTable? {
    var document = document
    for (field, place) in named {
      document.names[field.definedName] = GridDocument.NamedCell(grid: 0, reference: place)
    }
    return LocatedTable(
      candidates, TableNames(fields, document), document, issues: \.issues)
  }

  @Test("takes no place that holds too little", arguments: [(0, false), (1, true), (4, true)])
  func needsOneField(count: Int, isFound: Bool) {
    #expect((located([candidate(1, count)], document(1...1)) != nil) == isFound)
  }

  @Test func takesNoPlaceWithoutAValueForAQuarter() {
    let blank = GridDocument(kind: "xlsx", grids: [Grid(name: "表")])
    #expect(located([candidate(1, 3)], blank) == nil)
    #expect(located([candidate(1, 4)], blank) != nil)
  }

  @Test func takesTwoPlacesThatSayTheSameForOne() {
    let table = located([candidate(1, 15), candidate(3, 15)], document(1...3))
    #expect(table?.cells.count == 15)
    #expect(table?.issues.map(\.finding).map(\.rule.name) == ["table.duplicate"])
    #expect(table?.issues.map(\.finding).first?.severity == .warning)
  }

  @Test func takesNeitherOfTwoPlacesThatSayOtherThings() {
    let table = located([candidate(1, 15), candidate(3, 15)], document(1...3, others: [3: 1]))
    #expect(table?.cells.isEmpty == true)
    #expect(table?.issues.map(\.finding).map(\.rule.name) == ["table.duplicate"])
    #expect(table?.issues.map(\.finding).first?.severity == .error)
    #expect(table?.issues.map(\.finding).first?.cells.count == 15)
  }

  @Test(
    "says nothing the same of a place that is mostly in doubt",
    arguments: [(8, 7, true), (7, 8, false)])
  func mistrustsADoubtfulRival(cells: Int, doubtful: Int, isSame: Bool) {
    let table = located(
      [candidate(1, 15), candidate(3, cells, doubtful: doubtful)], document(1...3))
    #expect(table?.issues.map(\.finding).first?.severity == (isSame ? .warning : .error))
    #expect(table?.cells.isEmpty == !isSame)
  }

  @Test("exactly half is enough")
  func trustsHalf() {
    let table = located([candidate(1, 15), candidate(3, 7, doubtful: 7)], document(1...3))
    #expect(table?.issues.map(\.finding).first?.severity == .warning)
  }

  @Test func asksEveryRival() {
    let candidates = [candidate(1, 15), candidate(3, 15), candidate(5, 15)]
    #expect(located(candidates, document(1...5))?.issues.map(\.finding).first?.severity == .warning)
    let other = located(candidates, document(1...5, others: [5: 1]))
    #expect(other?.issues.map(\.finding).first?.severity == .error)
  }

  @Test("small places beside a whole table are no rivals", arguments: [(3, false), (4, true)])
  func passesOverSmallPlaces(count: Int, isRival: Bool) {
    let table = located([candidate(1, 15), candidate(3, count)], document(1...3))
    #expect(table?.issues.map(\.finding).isEmpty == !isRival)
  }

  @Test func joinsPartsThatFollowEachOther() {
    let table = located([candidate(1, 8), candidate(3, 7, from: 8)], document(1...3))
    #expect(table?.cells.count == 15)
    #expect(table?.parts.count == 2)
    #expect(table?.issues.map(\.finding).isEmpty == true)
    #expect(table?.isWhole == true)
    #expect(table?.score == 1)
  }

  @Test func takesTheHeavierPlaceFirst() {
    let table = located(
      [candidate(1, 15, score: 0.9), candidate(3, 15)], document(1...3, others: [1: 1]))
    #expect(table?.parts.first?.region.topLeft.column == 3)
  }

  @Test("the template's names decide between places")
  func followsTheNames() {
    let candidates = [candidate(1, 15), candidate(3, 15, score: 0.9)]
    let named = Dictionary(
      uniqueKeysWithValues: fields.enumerated().map { ($1, GridReference(row: $0 + 1, column: 3)) })
    let table = located(candidates, document(1...3, others: [3: 1]), named: named)
    #expect(table?.isNamed == true)
    #expect(table?.cells.values.allSatisfy { $0.reference.column == 3 } == true)
    #expect(table?.issues.map(\.finding).map(\.severity) == [.warning])
  }

  @Test("a name that points elsewhere than the labels is a conflict")
  func reportsConflictsWithNames() {
    var named = Dictionary(
      uniqueKeysWithValues: fields.enumerated().map { ($1, GridReference(row: $0 + 1, column: 1)) })
    named[fields[4]] = GridReference(row: 20, column: 1)
    let table = located([candidate(1, 15)], document(1...1), named: named)
    #expect(table?.cells[fields[4]] == nil)
    #expect(table?.cells.count == 14)
    #expect(table?.issues.map(\.finding).map(\.rule.name) == ["label.ambiguous"])
    // … unless the names are too few to be those of the template
    let few = named.filter { $0.key == fields[4] }
    #expect(located([candidate(1, 15)], document(1...1), named: few)?.cells.count == 15)
  }

  @Test func readsByNameWhatHasNoLabel() {
    let named = Dictionary(
      uniqueKeysWithValues: fields.enumerated().map { ($1, GridReference(row: $0 + 1, column: 1)) })
    let table = located([candidate(1, 13)], document(1...1), named: named)
    #expect(table?.cells.count == 15)
    #expect(table?.issues.map(\.finding).map(\.rule.name) == ["label.loose"])
    #expect(table?.issues.map(\.finding).first?.cells.count == 2)
  }
}
