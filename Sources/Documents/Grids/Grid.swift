/// A table of cells in an input: a sheet, a CSV file, a table of a page.
package struct Grid: Sendable, Hashable {
  /// The origin of a grid, which determines how its references are written.
  package enum Origin: Sendable, Hashable {
    /// A worksheet; references read `E6`.
    case sheet
    /// Delimited text; references read `row:column`.
    case delimited
    /// A table in markup; references read `E6`.
    case table
    /// Lines of plain text, each split into fields; references read `line:field`.
    case lines

    /// The reference as the input's own users write it.
    package func name(of reference: GridReference) -> String {
      switch self {
      case .sheet, .table: reference.a1
      case .delimited, .lines: "\(reference.row):\(reference.column)"
      }
    }
  }

  /// The sheet's name, or its substitute in messages.
  package var name: String
  /// The origin in its input.
  package var origin: Origin
  /// Whether the sheet is hidden.
  package var isHidden: Bool
  /// Merged areas, in the input's order.
  package var merges: [GridRange]
  /// Rows that are hidden, from 1.
  package var hiddenRows: Set<Int>
  /// Columns that are hidden, from 1.
  package var hiddenColumns: Set<Int>
  /// By row, then column, one per reference: forms are read from left to right, with look-ups in between.
  private var storage: [GridCell]

  /// Makes a grid; of two cells with one reference the later is kept, and records whether the two differ.
  package init(
    name: String, origin: Origin = .sheet, isHidden: Bool = false, cells: [GridCell] = [],
    merges: [GridRange] = [], hiddenRows: Set<Int> = [], hiddenColumns: Set<Int> = []
  ) {
    self.name = name
    self.origin = origin
    self.isHidden = isHidden
    self.merges = merges
    self.hiddenRows = hiddenRows
    self.hiddenColumns = hiddenColumns
    storage = Self.ordered(cells)
  }

  /// `cells` by row, then column; of two with one reference the later.
  private static func ordered(_ cells: [GridCell]) -> [GridCell] {
    let isOrdered = cells.indices.dropFirst().allSatisfy { index in
      cells[index - 1].reference < cells[index].reference
    }
    guard !isOrdered else { return cells }
    let sorted = cells.enumerated().sorted {
      ($0.element.reference, $0.offset) < ($1.element.reference, $1.offset)
    }
    var ordered: [GridCell] = []
    ordered.reserveCapacity(sorted.count)
    for (_, cell) in sorted {
      if let last = ordered.last, last.reference == cell.reference {
        ordered[ordered.count - 1] = cell.replacing(last)
      } else {
        ordered.append(cell)
      }
    }
    return ordered
  }

  /// The cell at `reference`, or nil if there is none.
  ///
  /// - Complexity: O(log *n*) to look up and to replace, O(*n*) to add and to remove.
  package subscript(reference: GridReference) -> GridCell? {
    get {
      let index = place(of: reference)
      return isTaken(index, by: reference) ? storage[index] : nil
    }
    set {
      let index = place(of: reference)
      switch (newValue, isTaken(index, by: reference)) {
      case (let cell?, true): storage[index] = cell
      case (let cell?, false): storage.insert(cell, at: index)
      case (nil, true): storage.remove(at: index)
      case (nil, false): break
      }
    }
  }

  /// The cell at `row` and `column`, both from 1.
  package subscript(row: Int, column: Int) -> GridCell? {
    get { self[GridReference(row: row, column: column)] }
    set { self[GridReference(row: row, column: column)] = newValue }
  }

  /// The index of the first cell that is not before `reference`.
  private func place(of reference: GridReference) -> Int {
    var (low, high) = (0, storage.count)
    while low < high {
      let middle = (low + high) / 2
      if storage[middle].reference < reference { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func isTaken(_ index: Int, by reference: GridReference) -> Bool {
    index < storage.count && storage[index].reference == reference
  }

  /// All cells with content, by row, then column.
  package var cells: [GridCell] { storage }

  /// The cells of `rows` with content, by row, then column.
  ///
  /// - Complexity: O(log *n*).
  package func cells(rows: ClosedRange<Int>) -> ArraySlice<GridCell> {
    let start = place(of: GridReference(row: rows.lowerBound, column: 0))
    let end = place(of: GridReference(row: rows.upperBound + 1, column: 0))
    return storage[start..<max(start, end)]
  }

  /// The number of cells with content.
  package var count: Int { storage.count }

  /// The reference as the input's own users write it.
  package func name(of reference: GridReference) -> String { origin.name(of: reference) }
}
