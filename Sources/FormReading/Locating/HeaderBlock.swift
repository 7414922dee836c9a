/// The columns of a table that a header block names.
final class HeaderBlock: Sendable {
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

  /// The columns that each of ``all`` covers, without those of the next.
  let covered: [ClosedRange<Int>]
  /// The position of each column of the form in ``all``, or -1.
  private let positions: [Int]

  /// The position in ``all`` of the form's column at index `label`.
  ///
  /// - Complexity: O(1).
  func position(_ label: Int) -> Int? {
    label < positions.count && positions[label] >= 0 ? positions[label] : nil
  }

  /// The matched column for the form's column at index `label`.
  ///
  /// - Complexity: O(1).
  func column(_ label: Int) -> Column? { position(label).map { all[$0] } }

  init(rows: ClosedRange<Int>, columns: [Column], displaced: [Column], low: Int, high: Int) {
    self.rows = rows
    self.columns = columns
    self.displaced = displaced
    self.low = low
    self.high = high
    let all =
      displaced.isEmpty ? columns : (columns + displaced).sorted { $0.column < $1.column }
    self.all = all
    covered = all.indices.map { index in
      let next = index + 1 < all.count ? all[index + 1].column - 1 : Int.max
      return all[index].column...max(all[index].column, min(all[index].lastColumn, next))
    }
    var positions = [Int](repeating: -1, count: (all.lazy.map(\.label).max() ?? -1) + 1)
    for (position, column) in all.enumerated() { positions[column.label] = position }
    self.positions = positions
  }
}
