/// The position of a cell in a grid; rows and columns are counted from 1.
package struct GridReference: Hashable, Sendable, Comparable {
  /// The row, from 1.
  package var row: Int
  /// The column, from 1.
  package var column: Int

  /// Makes a reference.
  package init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Orders by row, then by column.
  package static func < (left: Self, right: Self) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }

  /// The reference in A1 style, such as `C5`.
  package var a1: String {
    guard column > 0 else { return String(row) }
    var letters = Self.alphabet[(column - 1) % 26]
    var rest = (column - 1) / 26
    while rest > 0 {
      letters = Self.alphabet[(rest - 1) % 26] + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row)
  }

  private static let alphabet = (0..<26).map { String(UnicodeScalar(UInt8(ascii: "A") + $0)) }
}
