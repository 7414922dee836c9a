import Documents
import Testing

@Suite struct GridTests {
  @Test(
    "writes references as spreadsheets do",
    arguments: [(1, 1, "A1"), (9, 26, "Z9"), (2, 27, "AA2"), (1, 702, "ZZ1"), (7, 16_384, "XFD7")])
  func writesReferences(row: Int, column: Int, name: String) {
    #expect(GridReference(row: row, column: column).a1 == name)
  }

  @Test(
    "names cells as the input's users do",
    arguments: [
      (Grid.Origin.sheet, "C5"), (.table, "C5"), (.delimited, "5:3"), (.lines, "5:3"),
    ])
  func namesCells(origin: Grid.Origin, name: String) {
    let grid = Grid(name: "表", origin: origin)
    #expect(grid.name(of: GridReference(row: 5, column: 3)) == name)
  }

  @Test func ordersCellsByRowThenColumn() {
    let places = [(2, 1), (1, 2), (1, 1)].map { GridReference(row: $0.0, column: $0.1) }
    let grid = Grid(name: "表", cells: places.map { GridCell($0, .text("x")) })
    #expect(grid.cells.map(\.reference.a1) == ["A1", "B1", "A2"])
  }

  @Test func theLaterOfTwoCellsInOnePlaceStands() {
    let place = GridReference(row: 1, column: 1)
    let other = GridReference(row: 1, column: 2)
    let cells = [
      GridCell(other, .text("b")), GridCell(place, .text("old")), GridCell(place, .text("new")),
    ]
    #expect(Grid(name: "表", cells: cells).cells.map(\.value) == [.text("new"), .text("b")])
  }

  @Test func cellsAreReplacedAddedAndTakenAwayInTheirPlace() {
    let places = (1...4).map { GridReference(row: $0, column: 1) }
    var grid = Grid(name: "表", cells: [places[0], places[2]].map { GridCell($0, .text("x")) })
    grid[places[2]] = GridCell(places[2], .number(3))
    grid[2, 1] = GridCell(places[1], .number(2))
    grid[places[0]] = nil
    grid[places[3]] = nil
    #expect(grid.cells.map(\.reference) == [places[1], places[2]])
    #expect(grid.cells.map(\.value) == [.number(2), .number(3)])
    #expect(grid[places[0]] == nil && grid[3, 1]?.value == .number(3) && grid.count == 2)
  }

  @Test func bothCornersBelongToARange() {
    let range = GridRange(GridReference(row: 2, column: 2), GridReference(row: 3, column: 4))
    #expect(range.contains(GridReference(row: 2, column: 2)))
    #expect(range.contains(GridReference(row: 3, column: 4)))
    #expect(!range.contains(GridReference(row: 4, column: 4)))
    #expect(!range.contains(GridReference(row: 2, column: 1)))
  }
}
