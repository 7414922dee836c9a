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

  /// The slots, in the order of the header block's columns.
  private(set) var slots: [Slot]
  /// Whether the values were assigned by their order, not by their headers.
  private(set) var isByOrder = false
  /// The columns of the form whose value is not where their header begins, but further right under it.
  private(set) var aside: [Int] = []
  /// The cells with numbers in no column of the header block, from left to right.
  private(set) var leftovers: [GridView.Cell] = []
  private let band: HeaderBlock

  /// The slot of the form's column at index `label`.
  subscript(label: Int) -> Slot? { band.position(label).map { slots[$0] } }

  /// Whether the line has several numbers under one header.
  var holdsSeveral: Bool {
    slots.contains { if case .several = $0 { true } else { false } }
  }

  /// Reads the cells of `row` from column `first` to column `reach`.
  init(_ view: GridView, row: Int, band: HeaderBlock, from first: Int, reach: Int) {
    self.band = band
    let line = Line(view: view, number: row, row: view.row(row), band: band)
    if let starts = line.mergedStarts() {
      slots = starts.map(Slot.place)
      isByOrder = line.joinsHeads
    } else {
      slots = band.all.indices.map(line.slot)
      for (index, slot) in slots.enumerated() {
        if case .place(let column) = slot, column != band.all[index].column {
          aside.append(band.all[index].label)
        }
      }
    }
    leftovers = line.numbers(first...max(first, reach)).filter { number in
      !slots.contains { line.uses($0, number) }
    }
    takeByOrder(line)
  }

  /// Uses the only number beside a header of one column if the cell below the header is blank.
  private mutating func takeByOrder(_ line: Line) {
    guard slots.count == 1, leftovers.count == 1, let only = leftovers.first,
      only.column > band.covered[0].lowerBound, case .place(let column) = slots[0],
      line.row?.cell(column)?.isBlank ?? true
    else { return }
    slots[0] = .place(only.column)
    isByOrder = true
    leftovers = []
  }
}

/// A line of values under its header block.
private struct Line {
  let view: GridView
  let number: Int
  let row: GridView.Row?
  let band: HeaderBlock

  /// The numbers of the row beside and among its values; numbers further away, or after another label, are
  /// another table's.
  func numbers(_ columns: ClosedRange<Int>) -> [GridView.Cell] {
    var found: [GridView.Cell] = []
    var last = band.high
    for cell in row?.cells(in: columns) ?? [] where !cell.isBlank {
      if cell.column > band.high {
        if cell.column > last + 2 || cell.label != nil { break }
        last = cell.column
      }
      if cell.isNumber { found.append(cell) }
    }
    return found
  }

  /// The columns of the line's merged areas, if they differ from the headers' but are as many.
  func mergedStarts() -> [Int]? {
    let end = max(band.high, band.covered.last?.upperBound ?? band.high)
    var starts: [Int] = []
    var column = band.low
    var isMerged = false
    while column <= end {
      let area = view.area(number, column)
      guard (area?.topLeft.row ?? number) == number else { return nil }
      starts.append(column)
      let last = area?.bottomRight.column ?? column
      if last > column { isMerged = true }
      column = last + 1
    }
    guard isMerged, starts.count == band.all.count,
      !zip(starts, band.all).allSatisfy({ $0 == $1.column })
    else { return nil }
    return starts
  }

  /// Whether a merged area of the line is under two headers: it may be their numbers, merged.
  var joinsHeads: Bool {
    band.all.contains { head in
      view.area(number, head.column).map { holdsOther(than: head.column, $0) } ?? false
    }
  }

  /// Whether a header other than that in `column` begins in the columns of `area`.
  private func holdsOther(than column: Int, _ area: GridRange) -> Bool {
    band.all.contains {
      $0.column != column && area.topLeft.column...area.bottomRight.column ~= $0.column
    }
  }

  /// The slot of the header at `index` of the header block.
  func slot(_ index: Int) -> ValueSlots.Slot {
    let columns = band.covered[index]
    if let area = view.area(number, columns.lowerBound),
      area.topLeft.row != number || area.bottomRight.row != number
        || holdsOther(than: columns.lowerBound, area)
    {
      return .merged(area)
    }
    let cells = row?.cells(in: columns) ?? []
    guard let first = cells.first(where: { !$0.isBlank }) else {
      return .place(columns.lowerBound)
    }
    // A value that was repeated in every cell of a merged area counts once
    // … but under repeated headers the first column may be another year's
    let isElsewhere = band.all[index].isRepeated && first.column != columns.lowerBound
    // … and the value that a merged area hides is not the one that it shows
    let isHidden = (view.area(number, first.column)?.topLeft.column ?? first.column) < first.column
    if !isElsewhere, !isHidden, cells.allSatisfy({ $0.isBlank || isSame($0, first) }) {
      return .place(first.column)
    }
    return .several(cells.filter { !$0.isBlank })
  }

  private func isSame(_ cell: GridView.Cell, _ other: GridView.Cell) -> Bool {
    cell.column == other.column || view.value(cell) == view.value(other)
  }

  /// Whether `number` is the value of `slot`, or repeats it under the same header.
  func uses(_ slot: ValueSlots.Slot, _ number: GridView.Cell) -> Bool {
    switch slot {
    case .place(let column):
      if number.column == column { return true }
      guard let head = band.all.last(where: { $0.column <= column }),
        head.lastColumn > head.column, head.column...head.lastColumn ~= number.column,
        let cell = row?.cell(column)
      else { return false }
      return view.value(cell) == view.value(number)
    case .several(let cells): return cells.contains { $0.column == number.column }
    case .merged(let area): return area.topLeft.column == number.column
    }
  }
}
