import Documents

/// The rows of numbers in a text, in its order.
struct NumberRuns {
  /// The runs.
  private(set) var runs: [NumberRun] = []
  private var pieces: [String] = []
  private var isOpen = false
  private let counts: Set<Int>

  /// Finds the runs in `grid`'s lines in `rows`; `counts` are the numbers of values that rows may have.
  ///
  /// Values on lines without text belong to one run until it has the most values that a row may have.
  init(_ grid: Grid, rows: Range<Int>, counts: Set<Int>) {
    self.counts = counts
    for line in Self.lines(grid, rows) { add(line) }
    if !runs.isEmpty { runs[runs.count - 1].after = pieces }
  }

  /// A line's text before its values, and its values.
  private struct Line {
    var text: [String] = []
    var values: [GridReference] = []
    var blanksAtStart = 0
    var blanksAtEnd = 0
  }

  private static func lines(_ grid: Grid, _ rows: Range<Int>) -> [Line] {
    var byRow: [Int: [GridCell]] = [:]
    for cell in grid.cells where rows.contains(cell.reference.row) {
      byRow[cell.reference.row, default: []].append(cell)
    }
    return byRow.keys.sorted().map { row in
      let cells = byRow[row] ?? []
      var line = Line()
      let isValue = cells.map { ValueReader.isValueLike(ValueReader.text($0.value)) }
      let first = isValue.lastIndex(of: false).map { $0 + 1 } ?? 0
      line.text = cells[..<first].map { ValueReader.text($0.value) }
      guard let start = cells[first...].first, let end = cells.last else { return line }
      if first > 0 { line.blanksAtStart = cells[first...].prefix { $0.value == .text("") }.count }
      line.blanksAtEnd = cells[first...].reversed().prefix { $0.value == .text("") }.count
      let columns = start.reference.column...end.reference.column
      line.values = columns.map { GridReference(row: row, column: $0) }
      return line
    }
  }

  private mutating func add(_ line: Line) {
    guard !line.values.isEmpty else {
      pieces += line.text
      isOpen = false
      return
    }
    if line.text.isEmpty, isOpen, let last = runs.indices.last {
      let sum = runs[last].places.count + line.values.count
      if sum <= counts.max() ?? 0 {
        runs[last].places += line.values
        runs[last].lineCount += 1
        runs[last].blanksAtEnd = line.blanksAtEnd
        return
      }
      let isShort = line.values.count < runs[last].places.count
      if isShort, !counts.contains(line.values.count), let end = runs[last].places.last?.row,
        line.values.first?.row == end + 1
      {
        runs[last].hasRemainder = true
      }
    }
    if !runs.isEmpty { runs[runs.count - 1].after = pieces }
    let own = line.text.joined()
    runs.append(
      NumberRun(
        places: line.values, blanksAtStart: line.blanksAtStart, blanksAtEnd: line.blanksAtEnd,
        own: own, before: pieces))
    pieces = []
    isOpen = true
  }
}
