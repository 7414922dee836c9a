extension GridRange {
  /// The single cell at `reference`.
  package init(_ reference: GridReference) { self.init(reference, reference) }

  /// The range of `rows` and `columns` from the cell at `row` and `column`, both from 1.
  package init(row: Int, column: Int, rows: Int = 1, columns: Int = 1) {
    self.init(
      GridReference(row: row, column: column),
      GridReference(row: row + rows - 1, column: column + columns - 1))
  }

  /// How many rows it spans.
  package var rowCount: Int { bottomRight.row - topLeft.row + 1 }

  /// How many columns it spans.
  package var columnCount: Int { bottomRight.column - topLeft.column + 1 }

  /// Whether it is one cell.
  package var isSingle: Bool { topLeft == bottomRight }

  /// The range moved down by `rows`.
  package func movedDown(by rows: Int) -> GridRange { moved(down: rows, right: 0) }

  /// The range moved down by `rows` and right by `columns`.
  package func moved(down rows: Int, right columns: Int) -> GridRange {
    GridRange(
      GridReference(row: topLeft.row + rows, column: topLeft.column + columns),
      GridReference(row: bottomRight.row + rows, column: bottomRight.column + columns))
  }

  /// The range in A1 style, such as `C5:D9`; a single cell without a colon.
  package var a1: String { isSingle ? topLeft.a1 : "\(topLeft.a1):\(bottomRight.a1)" }

  /// The range in A1 style with dollar signs, so that a copied formula keeps it.
  package var absoluteA1: String {
    isSingle ? topLeft.absoluteA1 : "\(topLeft.absoluteA1):\(bottomRight.absoluteA1)"
  }

  /// The smallest range that contains all `references`; nil without any.
  package static func bounding(_ references: [GridReference]) -> GridRange? {
    guard let top = references.map(\.row).min(), let left = references.map(\.column).min(),
      let bottom = references.map(\.row).max(), let right = references.map(\.column).max()
    else { return nil }
    return GridRange(
      GridReference(row: top, column: left), GridReference(row: bottom, column: right))
  }

  /// The fewest ranges of one row or one column each that contain exactly `references`, in their order.
  package static func runs(of references: [GridReference]) -> [GridRange] {
    var runs: [GridRange] = []
    for reference in references {
      guard let last = runs.last, last.isExtended(by: reference) else {
        runs.append(GridRange(reference))
        continue
      }
      runs[runs.count - 1].bottomRight = reference
    }
    return runs
  }

  private func isExtended(by reference: GridReference) -> Bool {
    let isBelow = columnCount == 1 && reference.column == topLeft.column
    let isBeside = rowCount == 1 && reference.row == topLeft.row
    return isBelow && reference.row == bottomRight.row + 1
      || isBeside && reference.column == bottomRight.column + 1
  }
}

extension GridReference {
  /// The reference with dollar signs, such as `$C$5`.
  package var absoluteA1: String {
    let text = a1
    let letters = text.prefix { !$0.isNumber }
    return "$\(letters)$\(row)"
  }
}
