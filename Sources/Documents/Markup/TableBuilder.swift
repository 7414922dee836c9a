import Diagnostics

/// Lays out the cells of a markup table as a grid, with spans resolved.
///
/// Cells come row by row. A cell is in the first column that no cell above extends into, by HTML's “forming a
/// table” algorithm (HTML Standard, 4.9.12.1).
struct TableBuilder {
  private let limits: Limits
  private var cells: [GridCell] = []
  private var merges: [GridRange] = []
  /// The last row that a cell from above covers, by column.
  private var reaches: [Int: Int] = [:]
  private var row = 0
  private var column = 1
  /// The number of cells that this table and those before it span.
  var cellCount: Int
  /// The open vertical merges of a Word table, by first column.
  private var openMerges: [Int: GridRange] = [:]

  /// Makes a builder of a table; those before it in the document span `cellCount` cells.
  init(limits: Limits, cellCount: Int = 0) {
    self.limits = limits
    self.cellCount = cellCount
  }

  /// Starts the next row.
  mutating func beginRow() throws(LimitExceeded) {
    row += 1
    column = 1
    try limits.check(.rows, row)
  }

  /// Removes the open row, which must have no cells.
  mutating func dropRow() { row = max(0, row - 1) }

  /// Skips `count` columns, as for `w:gridBefore`.
  mutating func skipColumns(_ count: Int) throws(LimitExceeded) {
    try limits.check(.columns, count)
    try limits.check(.columns, column + count)
    column += count
  }

  /// Adds a cell that spans columns to the right and rows below; both spans count from 1.
  mutating func addCell(
    _ text: String, _ shown: ShownText? = nil, columnSpan: Int = 1, rowSpan: Int = 1
  ) throws(LimitExceeded) {
    if row == 0 { try beginRow() }
    while let reach = reaches[column], reach >= row {
      column += 1
      cellCount += 1
      try limits.check(.tableCells, cellCount)
    }
    let last = column + columnSpan - 1
    try limits.check(.columns, last)
    try limits.check(.rows, row + rowSpan - 1)
    cellCount += columnSpan
    try limits.check(.tableCells, cellCount)
    if rowSpan > 1 {
      for covered in column...last {
        reaches[covered] = max(row + rowSpan - 1, reaches[covered] ?? 0)
      }
    }
    place(text, shown, last: last, bottom: row + rowSpan - 1)
    column = last + 1
  }

  /// Adds a cell of a Word table, where the rows below continue a vertical merge.
  ///
  /// `merge` is nil for a cell without one, true if a merge starts, false if it continues.
  mutating func addWordCell(
    _ text: String, _ shown: ShownText? = nil, columnSpan: Int, merge: Bool?
  ) throws(LimitExceeded) {
    if row == 0 { try beginRow() }
    try limits.check(.columns, columnSpan)
    let (first, last) = (column, column + columnSpan - 1)
    try limits.check(.columns, last)
    cellCount += 1
    try limits.check(.tableCells, cellCount)
    column = last + 1
    if merge == false, var range = openMerges[first] {
      range.bottomRight.row = row
      openMerges[first] = range
      return
    }
    closeMerge(first)
    if merge == true {
      openMerges[first] = GridRange(
        GridReference(row: row, column: first), GridReference(row: row, column: last))
      add(text, shown, at: GridReference(row: row, column: first))
    } else {
      place(text, shown, first: first, last: last, bottom: row)
    }
  }

  /// The finished grid.
  mutating func grid(named name: String) -> Grid {
    for first in openMerges.keys.sorted() { closeMerge(first) }
    return Grid(name: name, origin: .table, cells: cells, merges: merges)
  }

  private mutating func closeMerge(_ first: Int) {
    guard let range = openMerges.removeValue(forKey: first), range.topLeft != range.bottomRight
    else { return }
    merges.append(range)
  }

  private mutating func add(_ text: String, _ shown: ShownText?, at reference: GridReference) {
    guard !text.isEmpty || shown != nil else { return }
    cells.append(GridCell(reference, .text(text), appearance: shown))
  }

  private mutating func place(
    _ text: String, _ shown: ShownText?, first: Int? = nil, last: Int, bottom: Int
  ) {
    let topLeft = GridReference(row: row, column: first ?? column)
    let bottomRight = GridReference(row: bottom, column: last)
    add(text, shown, at: topLeft)
    if topLeft != bottomRight { merges.append(GridRange(topLeft, bottomRight)) }
  }
}
