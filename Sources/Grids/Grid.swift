/// A table of cells as some input holds it: a sheet, a CSV file, a table of a page.
package struct Grid: Sendable, Hashable {
  /// How a person finds the grid's cells again in the input.
  package enum Origin: Sendable, Hashable {
    /// A worksheet; references read `E6`.
    case sheet
    /// Delimited text; references read `row:column`.
    case delimited
    /// A table in markup; references read `E6`.
    case table
    /// Lines of plain text, each split into fields; references read `line:field`.
    case lines
  }

  /// The sheet's name, or what stands for it in messages.
  package var name: String
  /// What the grid was in its input.
  package var origin: Origin
  /// Whether the sheet is hidden.
  package var isHidden: Bool
  /// Merged areas, in the input's order.
  package var merges: [GridRange]
  /// Rows that are hidden, from 1.
  package var hiddenRows: Set<Int>
  /// Columns that are hidden, from 1.
  package var hiddenColumns: Set<Int>
  private var storage: [GridReference: GridCell]

  /// Makes a grid; of two cells in one place the later stands.
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
    self.storage = Dictionary(cells.map { ($0.reference, $0) }) { $1 }
  }

  /// The cell at `reference`, or nil where nothing is.
  package subscript(reference: GridReference) -> GridCell? {
    get { storage[reference] }
    set { storage[reference] = newValue }
  }

  /// The cell at `row` and `column`, both from 1.
  package subscript(row: Int, column: Int) -> GridCell? {
    get { storage[GridReference(row: row, column: column)] }
    set { storage[GridReference(row: row, column: column)] = newValue }
  }

  /// All cells that hold something, by row, then column.
  ///
  /// - Complexity: O(n log n).
  package var cells: [GridCell] { storage.values.sorted { $0.reference < $1.reference } }

  /// All cells that hold something, in no order.
  ///
  /// - Complexity: O(1) to make; ``cells`` sorts.
  package var contents: some Collection<GridCell> { storage.values }

  /// How many cells hold something.
  package var count: Int { storage.count }

  /// The reference as the input's own users write it.
  package func name(of reference: GridReference) -> String {
    switch origin {
    case .sheet, .table: reference.a1
    case .delimited, .lines: "\(reference.row):\(reference.column)"
    }
  }
}
