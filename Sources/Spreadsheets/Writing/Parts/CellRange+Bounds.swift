extension CellReference {
  /// `A1`.
  static let first = CellReference(row: 1, column: 1)

  /// Whether the cell lies in a sheet.
  var isInSheet: Bool {
    (1...Self.maximumRow).contains(row) && (1...Self.maximumColumn).contains(column)
  }

  /// The reference with its row and column fixed, such as `$C$5`.
  var absoluteText: String { "$\(columnLetters)$\(row)" }
}

extension CellRange {
  var firstRow: Int { topLeft.row }
  var lastRow: Int { bottomRight.row }
  var firstColumn: Int { topLeft.column }
  var lastColumn: Int { bottomRight.column }

  /// Whether the corners lie in a sheet, in their order.
  var isInSheet: Bool {
    topLeft.isInSheet && bottomRight.isInSheet && firstRow <= lastRow && firstColumn <= lastColumn
  }

  /// The range with its corners fixed, such as `$A$1:$C$5`.
  var absoluteText: String {
    topLeft == bottomRight
      ? topLeft.absoluteText : topLeft.absoluteText + ":" + bottomRight.absoluteText
  }
}
