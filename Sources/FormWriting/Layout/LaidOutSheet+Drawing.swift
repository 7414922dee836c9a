import Documents
import FormReading

extension LaidOutSheet {
  /// Adds a cell; both row and column are counted from 1.
  mutating func put(_ content: LaidOutCell.Content, _ role: CellRole, row: Int, column: Int) {
    cells.append(LaidOutCell(GridReference(row: row, column: column), content, role))
  }

  /// Adds one cell that fills `range`; the other cells have its role, so that borders are drawn all around.
  mutating func merge(_ range: GridRange, _ content: LaidOutCell.Content, _ role: CellRole) {
    for row in range.topLeft.row...range.bottomRight.row {
      for column in range.topLeft.column...range.bottomRight.column {
        let reference = GridReference(row: row, column: column)
        cells.append(
          LaidOutCell(reference, reference == range.topLeft ? content : .blank, role))
      }
    }
    if !range.isSingle { merges.append(range) }
  }

  /// The width of the columns that `range` spans.
  func width(of range: GridRange) -> Double {
    (range.topLeft.column...range.bottomRight.column).reduce(0) { width, column in
      width + (columnWidths.indices.contains(column - 1) ? columnWidths[column - 1] : 9)
    }
  }

  /// Makes rows high enough for `text` in `range`; a range of several rows grows in its last.
  mutating func fit(_ text: String, in range: GridRange, least: Double = 20) {
    let lines = TextWidth.lines(of: text, in: width(of: range))
    let needed = max(least * Double(range.rowCount), Double(lines) * 14.5 + 6)
    let rows = range.topLeft.row...range.bottomRight.row
    for row in rows { rowHeights[row] = max(rowHeights[row] ?? 0, least) }
    let height = rows.reduce(0) { $0 + (rowHeights[$1] ?? 0) }
    guard height < needed else { return }
    rowHeights[range.bottomRight.row, default: 0] += min(needed, 400) - min(height, 400)
  }
}
