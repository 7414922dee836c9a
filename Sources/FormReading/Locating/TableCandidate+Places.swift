import Documents
import ReportModel

extension TableCandidate {
  /// Whether both are readings of one area, so that they do not count as two tables: their areas overlap,
  /// unless both have numbers and these are apart.
  func overlaps(_ other: TableCandidate, _ document: GridDocument) -> Bool {
    guard grid == other.grid, region.overlaps(other.region) else { return false }
    guard let own = valueArea, let others = other.valueArea, !own.overlaps(others) else {
      return true
    }
    return !isFilled(document, share: 0.25) || !other.isFilled(document, share: 0.25)
  }

  /// Whether `other`, a weaker reading, has its labels outside this area: readings of one area use its texts
  /// as labels.
  func isBeside(labelsOf other: TableCandidate) -> Bool {
    other.labelArea.map { !region.overlaps($0) } ?? false
  }

  /// The smallest area that contains all values.
  private var valueArea: GridRange? {
    let rows = cells.values.lazy.map(\.row)
    let columns = cells.values.lazy.map(\.column)
    guard let top = rows.min(), let bottom = rows.max(), let left = columns.min(),
      let right = columns.max()
    else { return nil }
    return GridRange(
      GridReference(row: top, column: left), GridReference(row: bottom, column: right))
  }

  /// Whether more than a `share` of the fields found have content in their cells.
  func isFilled(_ document: GridDocument, share: Double) -> Bool {
    let most = Int(share * Double(found.count))
    return cells.values.lazy.filter { !(document.grids[grid][$0].map(\.value).isBlank) }
      .prefix(most + 1).count > most
  }

  /// The area, for messages.
  func place(in document: GridDocument) -> String {
    let grid = document.grids[grid]
    return "\(grid.name)!\(grid.name(of: region.topLeft)):\(grid.name(of: region.bottomRight))"
  }
}

extension GridRange {
  fileprivate func overlaps(_ other: GridRange) -> Bool {
    topLeft.row <= other.bottomRight.row && other.topLeft.row <= bottomRight.row
      && topLeft.column <= other.bottomRight.column && other.topLeft.column <= bottomRight.column
  }
}

extension GridValue? {
  /// Whether there is no value, or only white space.
  fileprivate var isBlank: Bool {
    switch self {
    case nil: true
    case .text(let text)?: text.trimmed.isEmpty
    default: false
    }
  }
}
