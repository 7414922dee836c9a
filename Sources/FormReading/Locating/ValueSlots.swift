import Documents

/// The positions of one line's values under the columns of its header block.
struct ValueSlots {
  /// The result for one column of the header block.
  enum Slot {
    /// The cell at the column, which may be blank.
    case place(Int)
    /// Several cells under one wide header have content.
    case several([GridView.Cell])
    /// The cell is part of a merged area that contains other fields as well.
    case merged(GridRange)
  }

  /// The slots, by the index of the form's column.
  private(set) var slots: [Int: Slot] = [:]
  /// Whether the values were assigned by their order, not by their headers.
  private(set) var isByOrder = false
  /// The columns of the form whose value is not where their header begins, but further right under it.
  private(set) var aside: Set<Int> = []
  /// The cells with numbers in no column of the header block, from left to right.
  private(set) var leftovers: [GridView.Cell] = []

  /// Whether the line has several numbers under one header.
  var holdsSeveral: Bool {
    slots.values.contains { if case .several = $0 { true } else { false } }
  }

  private let view: GridView
  private let row: Int
  private let band: HeaderBlock

  /// Reads the cells of `row` from column `first` to column `reach`.
  init(_ view: GridView, row: Int, band: HeaderBlock, from first: Int, reach: Int) {
    self.view = view
    self.row = row
    self.band = band
    let spans = Self.spans(band)
    if let starts = mergedStarts(spans) {
      for (span, start) in zip(spans, starts) { slots[span.label] = .place(start) }
    } else {
      for span in spans {
        let slot = slot(span)
        slots[span.label] = slot
        if case .place(let column) = slot, column != span.columns.lowerBound {
          aside.insert(span.label)
        }
      }
    }
    let used = usedColumns
    leftovers = numbers(first...max(first, reach)).filter {
      !used.contains($0.column)
    }
    takeByOrder(spans)
  }

  /// The numbers of the row beside and among its values; numbers further away, or after another label, are
  /// another table's.
  private func numbers(_ columns: ClosedRange<Int>) -> [GridView.Cell] {
    var found: [GridView.Cell] = []
    var last = band.high
    for cell in view.row(row)?.cells(in: columns) ?? [] where !cell.isBlank {
      if cell.column > band.high {
        if cell.column > last + 2 || cell.label != nil { break }
        last = cell.column
      }
      if cell.isNumber { found.append(cell) }
    }
    return found
  }

  /// A column of the header block with the columns that it covers.
  private struct Span {
    let label: Int
    let columns: ClosedRange<Int>
    let isRepeated: Bool
  }

  private static func spans(_ band: HeaderBlock) -> [Span] {
    let all = band.all
    return all.enumerated().map { index, head in
      let next = index + 1 < all.count ? all[index + 1].column - 1 : Int.max
      return Span(
        label: head.label, columns: head.column...max(head.column, min(head.lastColumn, next)),
        isRepeated: head.isRepeated)
    }
  }

  /// The columns of the line's merged areas, if they differ from the headers' but are as many.
  private mutating func mergedStarts(_ spans: [Span]) -> [Int]? {
    let end = max(band.high, spans.last?.columns.upperBound ?? band.high)
    var starts: [Int] = []
    var column = band.low
    var isMerged = false
    while column <= end {
      let area = view.area(row, column)
      guard (area?.topLeft.row ?? row) == row else { return nil }
      starts.append(column)
      let last = area?.bottomRight.column ?? column
      if last > column { isMerged = true }
      column = last + 1
    }
    let heads = spans.map(\.columns.lowerBound)
    guard isMerged, starts.count == spans.count, starts != heads else { return nil }
    // An area under two headers may be their numbers, merged
    isByOrder = heads.contains { head in
      let area = view.area(row, head)
      return area.map { area in
        heads.contains { $0 != head && area.topLeft.column...area.bottomRight.column ~= $0 }
      } ?? false
    }
    return starts
  }

  private func slot(_ span: Span) -> Slot {
    if let area = view.area(row, span.columns.lowerBound) {
      let coversColumns = band.all.contains {
        $0.column != span.columns.lowerBound
          && area.topLeft.column...area.bottomRight.column ~= $0.column
      }
      if area.topLeft.row != row || area.bottomRight.row != row || coversColumns {
        return .merged(area)
      }
    }
    let cells = (view.row(row)?.cells(in: span.columns) ?? []).filter { !$0.isBlank }
    guard let first = cells.first else { return .place(span.columns.lowerBound) }
    // A value that was repeated in every cell of a merged area counts once
    // … but under repeated headers the first column may be another year's
    if span.isRepeated, first.column != span.columns.lowerBound { return .several(cells) }
    // … and the value that a merged area hides is not the one that it shows
    if let area = view.area(row, first.column), area.topLeft.column < first.column {
      return .several(cells)
    }
    let isOne = cells.allSatisfy { view.value($0) == view.value(first) }
    return isOne ? .place(first.column) : .several(cells)
  }

  private var usedColumns: Set<Int> {
    slots.values.reduce(into: []) { used, slot in
      switch slot {
      case .place(let column):
        used.insert(column)
        addEquals(of: column, to: &used)
      case .several(let cells): used.formUnion(cells.map(\.column))
      case .merged(let area): used.insert(area.topLeft.column)
      }
    }
  }

  /// Adds the columns under the same header as `column` with an equal value.
  private func addEquals(of column: Int, to used: inout Set<Int>) {
    guard let place = band.all.lastIndex(where: { $0.column <= column }) else { return }
    let (first, last) = (band.all[place].column, band.all[place].lastColumn)
    guard last > first, let value = view.cell(row, column).map(view.value) else { return }
    for other in first...last where view.cell(row, other).map(view.value) == value {
      used.insert(other)
    }
  }

  /// Uses the only number beside a header of one column if the cell below the header is blank.
  private mutating func takeByOrder(_ spans: [Span]) {
    guard spans.count == 1, let span = spans.first, leftovers.count == 1,
      let only = leftovers.first,
      only.column > span.columns.lowerBound, case .place(let column)? = slots[span.label],
      view.cell(row, column).map(\.isBlank) ?? true
    else { return }
    slots[span.label] = .place(only.column)
    isByOrder = true
    leftovers = []
  }
}
