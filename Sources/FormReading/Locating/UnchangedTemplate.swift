import Documents
import ReportModel

/// The tables of our own template in a document whose labels are unchanged.
///
/// If the defined names, the labels and the merged areas of every table are those of the template, and the
/// document contains no other numbers, each field is in the cell of its name. A document with any difference
/// is left to the locator.
struct UnchangedTemplate {
  /// The form.
  let definition: FormDefinition
  /// The tables, by id.
  private(set) var tables: [String: TableCandidate] = [:]
  /// The grids of the tables.
  private(set) var grids: Set<Int> = []

  /// Compares `document` with the template of `form`; nil if they differ.
  init?(_ form: PreparedForm, _ document: GridDocument) {
    guard !document.names.isEmpty, document.blocks.isEmpty else { return nil }
    definition = form.definition
    for plan in form.drawings {
      guard let candidate = Self.candidate(plan, document),
        grids.insert(candidate.grid).inserted
      else { return nil }
      tables[plan.table.id] = candidate
    }
    let named = Set(document.names.values.filter { !grids.contains($0.grid) })
    for (index, grid) in document.grids.enumerated() where !grids.contains(index) {
      let holdsNumbers = grid.cells.contains { cell in
        Self.looksLikeNumber(cell.value)
          && !named.contains(GridDocument.NamedCell(grid: index, reference: cell.reference))
      }
      if holdsNumbers { return nil }
    }
  }

  /// The length of the longest text that may be a number, in UTF-8 bytes.
  private static let longestNumber = 32

  private static func looksLikeNumber(_ value: GridValue) -> Bool {
    guard case .text(let text) = value else { return value != .text("") }
    return text.utf8.count <= longestNumber && text.unicodeScalars.contains(where: isDigit)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "０"..."９": true
    default: false
    }
  }

  /// The table of `plan` at the position of its first field's name.
  private static func candidate(_ plan: TablePlan, _ document: GridDocument) -> TableCandidate? {
    guard let first = plan.fields.first, let corner = document.names[first.definedName],
      document.grids.indices.contains(corner.grid)
    else { return nil }
    let down = corner.reference.row - first.range.topLeft.row
    let right = corner.reference.column - first.range.topLeft.column
    guard down >= 0, right >= 0 else { return nil }
    let grid = document.grids[corner.grid]
    let place = { (range: GridRange) in range.moved(down: down, right: right) }
    let region = place(GridRange(row: 1, column: 1, rows: plan.rowCount, columns: plan.columnCount))
    guard holds(grid, plan.labels, place), holds(grid, merges: plan, place, within: region) else {
      return nil
    }
    var cells: [FieldName: GridReference] = [:]
    var scores: [FieldName: Double] = [:]
    cells.reserveCapacity(plan.fields.count)
    scores.reserveCapacity(plan.fields.count)
    for field in plan.fields {
      let reference = place(field.range).topLeft
      guard let named = document.names[field.definedName], named.grid == corner.grid,
        named.reference == reference
      else { return nil }
      cells[field.name] = reference
      scores[field.name] = 1
    }
    guard holds(grid, only: plan, place, within: region) else { return nil }
    return TableCandidate(
      table: plan.table, grid: corner.grid,
      layout: plan.table.arrangement == .sideBySide ? .transposedList : .matrix, region: region,
      cells: cells, scores: scores)
  }

  private static func holds(
    _ grid: Grid, _ labels: [TablePlan.Label], _ place: (GridRange) -> GridRange
  ) -> Bool {
    labels.allSatisfy { label in
      let value = grid[place(label.range).topLeft]?.value
      return value == .text(label.text) || label.text.isEmpty && value == nil
    }
  }

  /// Whether the table contains only labels and values, and no number is outside it.
  private static func holds(
    _ grid: Grid, only plan: TablePlan, _ place: (GridRange) -> GridRange, within region: GridRange
  ) -> Bool {
    let ranges = plan.labels.map(\.range) + plan.fields.map(\.range)
    let expected = ranges.count { grid[place($0).topLeft]?.isEmpty == false }
    var found = 0
    for cell in grid.cells where !cell.isEmpty {
      if region.contains(cell.reference) {
        found += 1
      } else if looksLikeNumber(cell.value) {
        return false
      }
    }
    return found == expected
  }

  /// Whether the merged areas of the table are the template's.
  private static func holds(
    _ grid: Grid, merges plan: TablePlan, _ place: (GridRange) -> GridRange,
    within region: GridRange
  ) -> Bool {
    let merges = grid.merges.filter(region.overlaps)
    let ranges = plan.labels.map(\.range) + plan.fields.map(\.range) + plan.unused
    let expected = ranges.filter { !$0.isSingle }.map(place)
    return merges.sorted { $0.topLeft < $1.topLeft } == expected.sorted { $0.topLeft < $1.topLeft }
  }
}

extension GridCell {
  /// Whether the cell shows nothing.
  fileprivate var isEmpty: Bool { value == .text("") }
}
