/// The columns of a table that a header block names.
struct HeaderBlock {
  /// A column of the grid that was matched to one of the form's.
  struct Column {
    /// The index of the form's column.
    let label: Int
    /// The grid's column.
    let column: Int
    /// The rightmost column that the header covers.
    let lastColumn: Int
    /// Whether the header covers more columns by repeating its label, not by a merged area.
    let isRepeated: Bool
    /// The header's cell.
    let cell: GridView.Cell
    /// The score of the match.
    let score: Double
    /// Whether the header is the form's label.
    let isExact: Bool
    /// Whether no other match is as good.
    let isCertain: Bool
    /// The other headers with the same label.
    let rivals: [GridView.Cell]
  }

  /// The rows of the header block.
  let rows: ClosedRange<Int>
  /// The matched columns, from left to right.
  let columns: [Column]
  /// Form columns whose label is out of order in the header block.
  let displaced: [Column]
  /// All columns, including those out of order, from left to right.
  let all: [Column]
  /// The first column of the header block.
  let low: Int
  /// The last column of the header block, covered columns included.
  let high: Int

  /// The matched column for the form's column at index `label`.
  ///
  /// - Complexity: O(1).
  func column(_ label: Int) -> Column? { byLabel[label].map { all[$0] } }
  private let byLabel: [Int: Int]

  init(rows: ClosedRange<Int>, columns: [Column], displaced: [Column], low: Int, high: Int) {
    self.rows = rows
    self.columns = columns
    self.displaced = displaced
    self.low = low
    self.high = high
    all =
      displaced.isEmpty ? columns : (columns + displaced).sorted { $0.column < $1.column }
    byLabel = Dictionary(all.enumerated().map { ($1.label, $0) }) { first, _ in first }
  }
}
