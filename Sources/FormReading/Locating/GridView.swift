import Documents
import Vocabulary

/// A grid as the locator sees it: upright or transposed, with its labels numbered.
struct GridView {
  /// A cell with its merged area, without its content: a grid may have a million cells.
  struct Cell {
    private let top: Int32
    private let left: Int32
    private let bottom: Int32
    private let right: Int32
    private let labelNumber: Int32
    /// The index of its content among the grid's cells.
    fileprivate let index: Int32
    private let isTransposed: Bool
    /// Whether the cell holds a number or a value-like text, but no mark or white space.
    let isNumber: Bool
    /// Whether the cell holds only white space.
    let isBlank: Bool

    /// The upper row.
    var row: Int { Int(top) }
    /// The left column.
    var column: Int { Int(left) }
    /// The lowest row of its merged area.
    var lastRow: Int { Int(bottom) }
    /// The rightmost column of its merged area.
    var lastColumn: Int { Int(right) }
    /// The number of its text in the ``TextTable``, unless it is a value.
    var label: Int? { labelNumber < 0 ? nil : Int(labelNumber) }
    /// The position in the grid.
    var reference: GridReference {
      isTransposed
        ? GridReference(row: column, column: row) : GridReference(row: row, column: column)
    }

    /// Makes the upright view of `cell`, the grid's cell at `index`.
    init(_ cell: GridCell, at index: Int, area: GridRange?, label: Int?) {
      self.index = Int32(clamping: index)
      top = Int32(clamping: cell.reference.row)
      left = Int32(clamping: cell.reference.column)
      bottom = Int32(clamping: area?.bottomRight.row ?? cell.reference.row)
      right = Int32(clamping: area?.bottomRight.column ?? cell.reference.column)
      labelNumber = label.map { Int32(clamping: $0) } ?? -1
      isTransposed = false
      switch cell.value {
      case .number, .date, .error, .boolean, .notEvaluated: (isNumber, isBlank) = (true, false)
      case .text where label != nil: (isNumber, isBlank) = (false, false)
      case .text(let text):
        let (length, text) = (text.utf8.count, text.trimmed)
        isBlank = text.isEmpty
        isNumber = !isBlank && length <= TextTable.longest && !Mark.isOne(text)
      }
    }

    /// Makes the transposed view of `cell`.
    init(transposing cell: Cell) {
      index = cell.index
      (top, left) = (cell.left, cell.top)
      (bottom, right) = (cell.right, cell.bottom)
      labelNumber = cell.labelNumber
      isTransposed = !cell.isTransposed
      isNumber = cell.isNumber
      isBlank = cell.isBlank
    }
  }

  /// The cells of one row, from left to right.
  struct Row {
    /// The row's number.
    let number: Int
    /// Its cells.
    let cells: ArraySlice<Cell>

    /// The cells that begin in `columns`.
    ///
    /// - Complexity: O(log *n*).
    func cells(in columns: ClosedRange<Int>) -> ArraySlice<Cell> {
      let start = cells.partitioningIndex(where: { $0.column >= columns.lowerBound })
      let end = cells[start...].partitioningIndex(where: { $0.column > columns.upperBound })
      return cells[start..<end]
    }

    /// The cell that begins in `column`.
    func cell(_ column: Int) -> Cell? {
      let index = cells.partitioningIndex(where: { $0.column >= column })
      return index < cells.endIndex && cells[index].column == column ? cells[index] : nil
    }
  }

  /// The index of the grid in the document.
  let grid: Int
  /// Whether rows and columns are exchanged.
  let isTransposed: Bool
  /// The rows with content, from the top.
  let rows: [Row]
  private let contents: [GridCell]
  private let merges: MergeIndex

  /// Makes the upright view of `grid`, the document's grid at `index`.
  init(_ grid: Grid, index: Int, book: inout TextTable) {
    let merges = MergeIndex(grid.merges)
    let contents = grid.cells
    let cells = contents.indices.map { index in
      var label: Int?
      if case .text(let text) = contents[index].value { label = book.id(of: text) }
      return Cell(
        contents[index], at: index, area: merges.area(at: contents[index].reference), label: label)
    }
    self.init(grid: index, isTransposed: false, cells: cells, contents: contents, merges: merges)
  }

  private init(
    grid: Int, isTransposed: Bool, cells: [Cell], contents: [GridCell], merges: MergeIndex
  ) {
    self.grid = grid
    self.contents = contents
    self.isTransposed = isTransposed
    self.merges = merges
    var rows: [Row] = []
    var start = cells.startIndex
    while start < cells.endIndex {
      let number = cells[start].row
      var end = start
      while end < cells.endIndex, cells[end].row == number { end += 1 }
      rows.append(Row(number: number, cells: cells[start..<end]))
      start = end
    }
    self.rows = rows
  }

  /// The same grid with rows and columns exchanged.
  ///
  /// - Complexity: O(*n*) in the cells.
  var transposed: GridView {
    var counts: [Int: Int] = [:]
    for row in rows { for cell in row.cells { counts[cell.column, default: 0] += 1 } }
    var (starts, count): ([Int: Int], Int) = ([:], 0)
    for column in counts.keys.sorted() {
      starts[column] = count
      count += counts[column] ?? 0
    }
    var order = [(row: Int32, cell: Int32)](repeating: (0, 0), count: count)
    for (index, row) in rows.enumerated() {
      for (place, cell) in zip(row.cells.indices, row.cells) {
        guard let start = starts[cell.column] else { continue }
        order[start] = (Int32(index), Int32(place))
        starts[cell.column] = start + 1
      }
    }
    let cells = order.map { Cell(transposing: rows[Int($0.row)].cells[Int($0.cell)]) }
    return GridView(
      grid: grid, isTransposed: !isTransposed, cells: cells, contents: contents, merges: merges)
  }

  /// The row with `number`, or nil if it has no content.
  ///
  /// - Complexity: O(log *n*).
  func row(_ number: Int) -> Row? {
    let index = rows.partitioningIndex(where: { $0.number >= number })
    return index < rows.endIndex && rows[index].number == number ? rows[index] : nil
  }

  /// The rows with numbers in `numbers`, from the top.
  ///
  /// - Complexity: O(log *n*).
  func rows(in numbers: ClosedRange<Int>) -> ArraySlice<Row> {
    let start = rows.partitioningIndex(where: { $0.number >= numbers.lowerBound })
    let end = rows[start...].partitioningIndex(where: { $0.number > numbers.upperBound })
    return rows[start..<end]
  }

  /// The cell whose upper left corner is at `row` and `column`.
  func cell(_ row: Int, _ column: Int) -> Cell? { self.row(row)?.cell(column) }

  /// The value of `cell`.
  func value(_ cell: Cell) -> GridValue { contents[Int(cell.index)].value }

  /// The text of `cell`, such as a label's.
  func text(_ cell: Cell) -> String? {
    guard case .text(let text) = value(cell) else { return nil }
    return text
  }

  /// The merged area that contains the position, in the view's own rows and columns.
  func area(_ row: Int, _ column: Int) -> GridRange? {
    merges.area(at: reference(row, column)).map { area in
      isTransposed
        ? GridRange(area.topLeft.transposed, area.bottomRight.transposed) : area
    }
  }

  /// The view's position of a reference in the grid.
  func place(of reference: GridReference) -> GridReference {
    isTransposed ? reference.transposed : reference
  }

  /// The grid's reference of a position in the view.
  func reference(_ row: Int, _ column: Int) -> GridReference {
    isTransposed ? GridReference(row: column, column: row) : GridReference(row: row, column: column)
  }
}

extension GridReference {
  fileprivate var transposed: GridReference { GridReference(row: column, column: row) }
}

extension RandomAccessCollection {
  /// The first index whose element satisfies `predicate`, or `endIndex`; no element after one that satisfies
  /// it may fail it.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(where predicate: (Element) -> Bool) -> Index {
    var (low, count) = (startIndex, self.count)
    while count > 0 {
      let half = count / 2
      let middle = index(low, offsetBy: half)
      if predicate(self[middle]) {
        count = half
      } else {
        low = index(after: middle)
        count -= half + 1
      }
    }
    return low
  }
}

extension [Int] {
  /// Whether one of the elements, which ascend, is in `range`.
  func hasElement(in range: ClosedRange<Int>) -> Bool {
    let next = partitioningIndex(where: { $0 >= range.lowerBound })
    return next < endIndex && self[next] <= range.upperBound
  }

  /// The last of the elements, which ascend, that is less than `bound`.
  func last(before bound: Int) -> Int? { self[..<partitioningIndex(where: { $0 >= bound })].last }

  /// The first of the elements, which ascend, that is greater than `bound`.
  func first(after bound: Int) -> Int? { self[partitioningIndex(where: { $0 > bound })...].first }
}
