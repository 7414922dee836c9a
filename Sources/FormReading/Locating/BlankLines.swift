import Documents
import ReportModel

/// The fields beside each other, of located tables, that are all blank although a number is in their row,
/// further to the right.
///
/// Such a number may be theirs, moved: that they are blank is not certain. Numbers are moved along the rows
/// of a sheet, however a table lies in it.
struct BlankLines {
  /// A line with the first of its numbers.
  struct Line {
    let grid: Int
    let fields: [FieldName]
    let number: GridView.Cell
  }

  private let views: [GridView]
  private let taken: Set<LocatedTable.Place>

  /// How far behind the last field of a line a number may be its own.
  private static let reach = 16

  /// Looks in `views`; `tables` are all that were located, whose values are nobody else's.
  init(_ views: [GridView], _ tables: some Collection<LocatedTable>) {
    self.views = views
    taken = tables.reduce(into: []) { $0.formUnion($1.cells.values.lazy.map(\.place)) }
  }

  /// The lines of `table` that are blank beside a number, from the top.
  func lines(of table: LocatedTable) -> [Line] {
    table.parts.filter { $0.layout != .lines }.flatMap { part in lines(of: part, table) }
  }

  private func lines(of part: TableCandidate, _ table: LocatedTable) -> [Line] {
    guard let view = views.first(where: { $0.grid == part.grid && !$0.isTransposed }) else {
      return []
    }
    var rows: [Int: [Field]] = [:]
    for field in part.table.fields {
      guard part.cells[field] != nil, let cell = table.cells[field], cell.grid == part.grid else {
        continue
      }
      rows[cell.reference.row, default: []].append((field, cell.reference.column))
    }
    return rows.keys.sorted().compactMap { row in
      let fields = (rows[row] ?? []).sorted { $0.column < $1.column }
      let lines = part.layout.isTransposed ? Self.neighbours(fields) : [fields]
      let blank = lines.filter { line in
        line.allSatisfy { view.cell(row, $0.column)?.isBlank ?? true }
      }
      let numbers = blank.lazy.compactMap { $0.last }
        .compactMap { number(in: view, row, behind: $0.column) }
      guard let first = blank.first?.first?.column, let number = numbers.first else { return nil }
      // What comes after the first blank may have moved as well
      let moved = fields.filter { $0.column >= first }.map(\.field)
      return Line(grid: part.grid, fields: moved, number: number)
    }
  }

  /// A field and its column.
  private typealias Field = (field: FieldName, column: Int)

  /// The fields of a row without the gaps between them: of a table on its side each run is of other lines.
  private static func neighbours(_ fields: [Field]) -> [[Field]] {
    fields.reduce(into: []) { runs, field in
      if let last = runs.last?.last, field.column == last.column + 1 {
        runs[runs.count - 1].append(field)
      } else {
        runs.append([field])
      }
    }
  }

  /// The first number behind `column` that belongs to no table; what follows a label is its own.
  private func number(in view: GridView, _ row: Int, behind column: Int) -> GridView.Cell? {
    for cell in view.row(row)?.cells ?? []
    where cell.column > column && cell.column <= column + Self.reach && !cell.isBlank {
      let place = LocatedTable.Place(grid: view.grid, reference: cell.content.reference)
      guard cell.label == nil, !taken.contains(place) else { return nil }
      if cell.isNumber { return cell }
    }
    return nil
  }
}
