import Documents
import ReportModel
import Testing

@testable import FormReading

/// What a grid's rows, cells and merged areas are to the locator.
struct GridSurveyTests {
  private func survey(_ text: String) -> RowSurvey {
    let site = Sketch(text).site(SmallForm.table)
    return RowSurvey(site.view, site.matches)
  }

  private func described(_ survey: RowSurvey) -> String {
    let heads = survey.heads.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: " ")
    return heads + " / " + survey.bodies.map { "\($0.row)\($0.columns)" }.joined(separator: " ")
  }

  private let head = "品名|本期收入|发出合格|期末结存\n"

  @Test func reportsHeadsFromLines() {
    let survey = survey(head + "小麦面粉|1|2|3\n备注\n优质大米|1|2|3\n花生油桶")
    #expect(described(survey) == "1-1 / 2[1] 4[1] 5[1]")
  }

  @Test("a head of several rows may have two rows between, but no numbers")
  func joinsTheRowsOfAHead() {
    #expect(described(survey("本期收入|发出合格\n期末结存|发出合格\n")) == "1-2 / ")
    #expect(described(survey("本期收入|发出合格\n备注\n期末结存|发出合格\n")) == "1-3 / ")
    #expect(described(survey("本期收入|发出合格\n备注\n备注\n期末结存|发出合格\n")) == "1-1 4-4 / ")
    #expect(described(survey("本期收入|发出合格\n备注|7\n期末结存|发出合格\n")) == "1-1 3-3 / ")
    #expect(described(survey("本期收入|发出合格\n小麦面粉\n期末结存|发出合格\n")) == "1-1 3-3 / 2[1]")
  }

  @Test("one head label alone is a head, but no line of another table")
  func reportsASingleLabel() {
    #expect(described(survey("甲|本期收入\n")) == "1-1 / ")
    #expect(described(survey("本期收入|1\n")) == "1-1 / ")
    #expect(described(survey("本期收入|1|2\n")) == " / ")
    #expect(described(survey("本期收入||1|2\n")) == " / ")
    #expect(described(survey("本期收入|||1|2\n")) == "1-1 / ")
    #expect(described(survey("本期收入|1|甲|2\n")) == "1-1 / ")
    // A cell with white space alone does not separate a label from its numbers
    #expect(described(survey("本期收入|\u{3000}|1|2\n")) == " / ")
  }

  @Test("a head may stand beside a line of another table")
  func reportsALineBesideAHead() {
    #expect(described(survey("小麦面粉|1|2||本期收入|发出合格\n")) == "1-1 / 1[1]")
    #expect(described(survey("小麦面粉|1||本期收入|发出合格\n")) == "1-1 / ")
  }

  @Test func passesOverLabelsByChance() {
    let bodies = (1...20).map { RowSurvey.Body(row: $0, columns: [1]) }
    #expect(RowSurvey.labelColumns(bodies) == [1])
    let other = [RowSurvey.Body(row: 20, columns: [3, 1])]
    #expect(RowSurvey.labelColumns(bodies.dropLast() + other) == [1, 3])
    #expect(RowSurvey.labelColumns(bodies + other) == [1])
    #expect(RowSurvey.labelColumns([]) == [])
  }

  // MARK: Cells

  @Test func findsCellsByTheirPlace() {
    let site = Sketch("甲|1||2\n\n|3").site(SmallForm.table)
    #expect(site.view.rows.map(\.number) == [1, 3])
    #expect(site.view.row(2) == nil)
    #expect((1...5).map { site.view.cell(1, $0) != nil } == [true, true, false, true, false])
    #expect((1...3).map { site.view.cell(3, $0) != nil } == [false, true, false])
    let turned = site.view.transposed
    #expect(turned.rows.map(\.number) == [1, 2, 4])
    #expect(turned.cell(2, 1).map(turned.value) == .number(1))
    #expect(turned.cell(2, 3).map(turned.value) == .number(3))
    #expect(turned.reference(2, 3) == GridReference(row: 3, column: 2))
    #expect(turned.place(of: GridReference(row: 3, column: 2)) == GridReference(row: 2, column: 3))
    #expect(turned.transposed.reference(2, 3) == GridReference(row: 2, column: 3))
  }

  @Test func knowsWhatACellCovers() {
    let site = Sketch("甲|乙", merges: ["A1:B3", "D2:E2"]).site(SmallForm.table)
    let cell = site.view.cell(1, 1)
    #expect(cell.map { [$0.lastRow, $0.lastColumn] } == [3, 2])
    #expect(site.view.transposed.cell(1, 1).map { [$0.lastRow, $0.lastColumn] } == [2, 3])
    let range = site.view.area(2, 5)
    #expect(range?.topLeft == GridReference(row: 2, column: 4))
    let turned = site.view.transposed.area(5, 2)
    #expect(turned?.topLeft == GridReference(row: 4, column: 2))
    #expect(turned?.bottomRight == GridReference(row: 5, column: 2))
    #expect(site.view.area(1, 3) == nil)
    #expect(site.view.area(3, 2) != nil)
    #expect(site.view.area(4, 2) == nil)
  }

  @Test("areas of more rows or columns than a label has count for none")
  func indexesSmallAreas() {
    func isIndexed(_ rows: Int, _ columns: Int) -> Bool {
      let area = GridRange(
        GridReference(row: 1, column: 1), GridReference(row: rows, column: columns))
      return MergeIndex([area]).area(at: GridReference(row: 1, column: 1)) != nil
    }
    #expect(isIndexed(2001, 1))
    #expect(!isIndexed(2002, 1))
    #expect(isIndexed(1, 501))
    #expect(!isIndexed(1, 502))
  }

  @Test func reportsNumbersFromMarksAndBlanks() {
    let site = Sketch("甲|1|/|3件|12 34").site(SmallForm.table)
    let cells = (1...5).compactMap { site.view.cell(1, $0) }
    #expect(cells.map(\.isNumber) == [false, true, false, true, true])
    #expect(cells.map(\.isBlank) == [false, false, false, false, false])
    #expect(cells.map { $0.label != nil } == [true, false, false, false, false])
  }

  // MARK: Candidates

  private func candidate(_ cells: Int, doubtful: Int = 0, score: Double = 1) -> TableCandidate {
    let fields = SmallForm.table.fields
    var candidate = TableCandidate(
      table: SmallForm.table, grid: 0, layout: .matrix,
      region: GridRange(GridReference(row: 1, column: 1), GridReference(row: 9, column: 9)))
    for (index, field) in fields.prefix(cells).enumerated() {
      candidate.cells[field] = GridReference(row: index + 1, column: 2)
      candidate.scores[field] = score
    }
    candidate.doubtful = Set(fields.dropFirst(cells).prefix(doubtful))
    return candidate
  }

  @Test func weighsWhatWasFound() {
    #expect(candidate(0).isEmpty)
    #expect(!candidate(0, doubtful: 1).isEmpty)
    #expect(candidate(5, score: 0.5).weight == 2.5)
    #expect(candidate(5, doubtful: 5).weight == 9)
    #expect(candidate(15).score == 1)
    #expect(candidate(3, doubtful: 2).foundCount == 5)
    #expect(candidate(3).foundCount == 3)
    var blank = candidate(3)
    blank.blanks = Set(SmallForm.table.fields.suffix(2))
    #expect(blank.foundCount == 5)
    #expect(blank.isFound(SmallForm.table.fields[14]))
    #expect(!blank.isFound(SmallForm.table.fields[10]))
    var doubled = candidate(2)
    doubled.doubtful = [SmallForm.table.fields[0]]
    #expect(doubled.weight == 2)
    #expect(doubled.foundCount == 2)
  }

  @Test("names cover a table from nine tenths of its fields on, and confirm by more than half")
  func countsNames() {
    let fields = SmallForm.definition.fields
    func names(_ count: Int, grid: Int = 0) -> TableNames {
      var document = Sketch("甲").document
      for (index, field) in fields.prefix(count).enumerated() {
        document.names[field.definedName] = GridDocument.NamedCell(
          grid: grid, reference: GridReference(row: index + 1, column: 2))
      }
      return TableNames(fields, document)
    }
    #expect(names(15).isComplete)
    #expect(names(14).isComplete)
    #expect(!names(13).isComplete)
    #expect(names(5, grid: 1).cells.isEmpty)
    #expect(names(3).cells.count == 3)
    #expect(names(3).confirms(candidate(5)))
    #expect(names(3).confirms(candidate(3)))
    #expect(!names(3).confirms(candidate(6)))
    #expect(!names(3).confirms(candidate(7)))
  }
}
