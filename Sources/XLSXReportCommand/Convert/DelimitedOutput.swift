import DelimitedText

/// Writes the cells of one sheet as delimited text; blank rows and fields keep their place.
///
/// The state that changes with every cell is not checked for overlapping access: one thread writes, and
/// nothing that it calls accesses the state again.
final class DelimitedOutput: ConvertOutput {
  @exclusivity(unchecked) private var writer: DelimitedWriter
  @exclusivity(unchecked) private var isRowOpen = false
  @exclusivity(unchecked) private var row = 1
  @exclusivity(unchecked) private var column = 0

  init(_ writer: consuming DelimitedWriter) { self.writer = writer }

  var wantsFormulas: Bool { false }

  func beginSheet(_ name: String) {}

  func number(_ value: Double, row: Int, column: Int) throws {
    try move(toRow: row, column: column)
    try writer.append(maximumByteCount: NumberBytes.maximumCount) {
      NumberBytes.write(value, to: $0)
    }
  }

  func cell(_ cell: borrowing ConvertCell) throws {
    if cell.kind == .empty { return }
    if cell.kind == .number {
      return try number(cell.number, row: cell.row, column: cell.column)
    }
    try move(toRow: cell.row, column: cell.column)
    switch cell.kind {
    case .empty, .number: break
    case .text: try writer.append(text: cell.text)
    case .boolean: try writer.append(literal: cell.number != 0 ? "TRUE" : "FALSE")
    case .error, .date, .displayed, .decimal: try writer.append(literal: cell.text)
    }
  }

  func endSheet() throws {
    if isRowOpen { try writer.endRecord() }
    isRowOpen = false
  }

  func finish() throws { try writer.finish() }

  private func move(toRow target: Int, column targetColumn: Int) throws {
    if target > row {
      while row < target {
        try writer.endRecord()
        row += 1
      }
      column = 0
    }
    while column < targetColumn - 1 {
      try writer.appendEmpty()
      column += 1
    }
    column = targetColumn
    isRowOpen = true
  }
}
