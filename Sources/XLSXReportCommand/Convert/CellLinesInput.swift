import DelimitedText
import Diagnostics
import Spreadsheets

/// Passes the cells of `.ndjson` to an output.
struct CellLinesInput: ~Copyable {
  private var lines: TextLines

  init(_ lines: consuming TextLines) { self.lines = lines }

  /// Passes on the cells of all sheets, or of the one named `only`, or of the first one.
  ///
  /// - Returns: Whether the sheet exists.
  mutating func feed(
    only: String?, firstAlone: Bool, to output: any ConvertOutput
  ) throws -> Bool {
    var seen: Set<String> = []
    var current: String?
    var isWanted = false
    var found = false
    var last: CellReference?
    while try lines.next() {
      if lines.isBlank { continue }
      let cell = try CellLine(lines.bytes, line: lines.number)
      if cell.sheet != current {
        guard seen.insert(cell.sheet).inserted else {
          throw CellLinesError(line: lines.number, reason: .sheetAgain(cell.sheet))
        }
        if isWanted { try output.endSheet() }
        (current, last) = (cell.sheet, nil)
        isWanted = firstAlone ? seen.count == 1 : only.map { $0 == cell.sheet } ?? true
        if isWanted {
          found = true
          try output.beginSheet(cell.sheet)
        }
      }
      if let last, !(last < cell.reference) {
        throw CellLinesError(
          line: lines.number, reason: .order(cell.reference.description))
      }
      last = cell.reference
      if isWanted { try Self.hand(cell, to: output) }
    }
    if isWanted { try output.endSheet() }
    return found
  }

  private static func hand(_ cell: CellLine, to output: any ConvertOutput) throws {
    var text = cell.text
    try text.withUTF8 {
      try output.cell(
        ConvertCell(
          row: cell.reference.row, column: cell.reference.column, kind: cell.kind,
          number: cell.number, hasSerial: cell.hasSerial, text: $0, format: cell.format,
          formula: cell.formula))
    }
  }
}
