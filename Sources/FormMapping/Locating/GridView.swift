import Grids

/// A grid as the locator looks at it: upright or with rows and columns exchanged, its labels numbered.
struct GridView {
  /// A cell with what it covers.
  struct Cell {
    /// The upper row.
    let row: Int
    /// The left column.
    let column: Int
    /// The lowest row of its merged area.
    let lastRow: Int
    /// The rightmost column of its merged area.
    let lastColumn: Int
    /// The number of its text in the ``LabelBook``, unless it is a value.
    let label: Int?
    /// The grid's cell.
    let content: GridCell
  }

  /// The cells of one row, from left to right.
  struct Row {
    /// The row's number.
    let number: Int
    /// Its cells.
    let cells: [Cell]
  }

  /// The index of the grid in the document.
  let grid: Int
  /// Whether rows and columns are exchanged.
  let isTransposed: Bool
  /// The rows that hold something, from the top.
  let rows: [Row]
  private let rowIndex: [Int: Int]
  private let merges: MergeIndex

  /// Makes the view of `grid`, the document's grid number `index`, upright.
  init(_ grid: Grid, index: Int, book: inout LabelBook) {
    let merges = MergeIndex(grid.merges)
    let cells = grid.cells.map { content in
      let place = content.reference
      let area = merges.area(at: place)
      var label: Int?
      if case .text(let text) = content.value, text.utf8.count <= LabelBook.longest,
        !ValueReader.isValueLike(text)
      {
        label = book.id(of: text)
      }
      return Cell(
        row: place.row, column: place.column, lastRow: area?.bottomRight.row ?? place.row,
        lastColumn: area?.bottomRight.column ?? place.column, label: label, content: content)
    }
    self.init(grid: index, isTransposed: false, cells: cells, merges: merges)
  }

  private init(grid: Int, isTransposed: Bool, cells: [Cell], merges: MergeIndex) {
    self.grid = grid
    self.isTransposed = isTransposed
    self.merges = merges
    var rows: [Row] = []
    var start = cells.startIndex
    while start < cells.endIndex {
      let number = cells[start].row
      var end = start
      while end < cells.endIndex, cells[end].row == number { end += 1 }
      rows.append(Row(number: number, cells: Array(cells[start..<end])))
      start = end
    }
    self.rows = rows
    rowIndex = Dictionary(uniqueKeysWithValues: rows.enumerated().map { ($1.number, $0) })
  }

  /// The same grid with rows and columns exchanged.
  var transposed: GridView {
    let cells = rows.flatMap(\.cells).map {
      Cell(
        row: $0.column, column: $0.row, lastRow: $0.lastColumn, lastColumn: $0.lastRow,
        label: $0.label, content: $0.content)
    }
    return GridView(
      grid: grid, isTransposed: !isTransposed,
      cells: cells.sorted { ($0.row, $0.column) < ($1.row, $1.column) }, merges: merges)
  }

  /// The row with `number`, or nil where it holds nothing.
  func row(_ number: Int) -> Row? { rowIndex[number].map { rows[$0] } }

  /// The cell whose upper left corner is at `row` and `column`.
  func cell(_ row: Int, _ column: Int) -> Cell? {
    guard let cells = self.row(row)?.cells else { return nil }
    var low = 0
    var high = cells.count
    while low < high {
      let middle = (low + high) / 2
      if cells[middle].column < column { low = middle + 1 } else { high = middle }
    }
    return low < cells.count && cells[low].column == column ? cells[low] : nil
  }

  /// The merged area that the place lies in, in the view's own rows and columns.
  func area(_ row: Int, _ column: Int) -> GridRange? {
    merges.area(at: reference(row, column)).map { area in
      isTransposed
        ? GridRange(area.topLeft.transposed, area.bottomRight.transposed) : area
    }
  }

  /// The view's place of a reference in the grid.
  func place(of reference: GridReference) -> GridReference {
    isTransposed ? reference.transposed : reference
  }

  /// The reference in the grid of the view's place.
  func reference(_ row: Int, _ column: Int) -> GridReference {
    isTransposed ? GridReference(row: column, column: row) : GridReference(row: row, column: column)
  }
}

extension GridReference {
  fileprivate var transposed: GridReference { GridReference(row: column, column: row) }
}
