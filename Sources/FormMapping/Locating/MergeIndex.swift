import Grids

/// The merged areas of a grid, found by any of their cells.
struct MergeIndex {
  private let areas: [GridRange]
  private let byCell: [GridReference: Int]

  /// The most cells that are indexed; whatever merges more is no form.
  private static let mostCells = 100_000

  /// Indexes `areas`; one that is too large to be a label or a value counts as not merged.
  init(_ areas: [GridRange]) {
    self.areas = areas
    var byCell: [GridReference: Int] = [:]
    var budget = Self.mostCells
    for (index, area) in areas.enumerated() {
      let (rows, columns) = (
        area.bottomRight.row &- area.topLeft.row, area.bottomRight.column &- area.topLeft.column
      )
      guard 0...2000 ~= rows, 0...500 ~= columns, (rows + 1) * (columns + 1) <= budget else {
        continue
      }
      budget -= (rows + 1) * (columns + 1)
      for row in area.topLeft.row...area.bottomRight.row {
        for column in area.topLeft.column...area.bottomRight.column {
          byCell[GridReference(row: row, column: column)] = index
        }
      }
    }
    self.byCell = byCell
  }

  /// The area that `reference` lies in.
  func area(at reference: GridReference) -> GridRange? { byCell[reference].map { areas[$0] } }
}
