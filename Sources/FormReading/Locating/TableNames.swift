import Documents
import ReportModel

/// The cells to which our own template's defined names assign the fields of a table.
struct TableNames {
  /// The cell of each named field.
  let cells: [FieldName: GridDocument.NamedCell]
  /// Whether the names cover enough of the table to be its template's.
  let isComplete: Bool

  /// Finds the names of `fields` in `document`.
  init(_ fields: [FieldName], _ document: GridDocument) {
    var cells: [FieldName: GridDocument.NamedCell] = [:]
    if !document.names.isEmpty {
      for field in fields {
        guard let named = document.names[field.definedName],
          document.grids.indices.contains(named.grid)
        else { continue }
        cells[field] = named
      }
    }
    self.cells = cells
    isComplete = 10 * cells.count >= 9 * fields.count
  }

  /// Whether most cells of `candidate` are those of the names.
  func confirms(_ candidate: TableCandidate) -> Bool {
    let agreeing = candidate.cells.count { field, reference in
      cells[field]?.grid == candidate.grid && cells[field]?.reference == reference
    }
    return 2 * agreeing > candidate.cells.count
  }
}
