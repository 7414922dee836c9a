/// Collects rows until they are taken.
struct RowCollector: CellSink {
  private let formats: CellFormats
  private var rows: [SheetRow] = []
  private var taken = 0
  private var open = SheetRow(number: 0)

  init(formats: CellFormats) { self.formats = formats }

  mutating func beginRow(_ row: RowProperties) {
    open = SheetRow(number: row.number, isHidden: row.isHidden)
  }

  mutating func cell(_ cell: borrowing CellView) {
    open.cells.append(
      Cell(
        cell.reference, cell.value, formula: cell.formula, styleIndex: cell.styleIndex,
        format: formats[cell.styleIndex]))
  }

  mutating func endRow() {
    rows.append(open)
    open.cells = []
  }

  /// Removes and returns the first collected row.
  mutating func takeFirst() -> SheetRow? {
    guard taken < rows.count else {
      rows.removeAll(keepingCapacity: true)
      taken = 0
      return nil
    }
    taken += 1
    return rows[taken - 1]
  }
}
