extension CellReference {
  /// `A1`.
  static let first = CellReference(row: 1, column: 1)

  /// Whether the cell is inside a sheet.
  var isInSheet: Bool {
    (1...Self.maximumRow).contains(row) && (1...Self.maximumColumn).contains(column)
  }

  /// The absolute reference, such as `$C$5`.
  var absoluteText: String { "$\(columnLetters)$\(row)" }
}

extension CellRange {
  var firstRow: Int { topLeft.row }
  var lastRow: Int { bottomRight.row }
  var firstColumn: Int { topLeft.column }
  var lastColumn: Int { bottomRight.column }

  /// Whether the corners are inside a sheet and in order.
  var isInSheet: Bool {
    topLeft.isInSheet && bottomRight.isInSheet && firstRow <= lastRow && firstColumn <= lastColumn
  }

  /// The absolute range, such as `$A$1:$C$5`.
  var absoluteText: String {
    topLeft == bottomRight
      ? topLeft.absoluteText : topLeft.absoluteText + ":" + bottomRight.absoluteText
  }
}
