import Documents
import ReportModel

/// The adjacent fields of located tables that are all blank while a number is further right in their row.
///
/// The number may be theirs, moved, so that it is not certain that they are blank. Numbers are moved along
/// the rows of a sheet, even if a table is transposed.
final class BlankLines {
  /// A blank line with the first number beside it.
  struct Line {
    let grid: Int
    let fields: [FieldName]
    let number: GridView.Cell
  }

  private let views: [GridView]
  private let tables: [LocatedTable]
  private lazy var taken: Set<LocatedTable.Place> = tables.reduce(into: []) {
    $0.formUnion($1.cells.values.lazy.map(\.place))
  }

  /// The most columns between the last field of a line and a number that may belong to the line.
  private static let reach = 16

  /// Makes a finder for `views`; the values of `tables`, which are all located tables, are not moved numbers.
  init(_ views: [GridView], _ tables: some Collection<LocatedTable>) {
    self.views = views
    self.tables = Array(tables)
  }

  /// The lines of `table` that are blank beside a number, from the top.
  func lines(of table: LocatedTable) -> [Line] {
    table.parts.filter { $0.layout != .lines }.flatMap { part in lines(of: part, table) }
  }

  private func lines(of part: TableCandidate, _ table: LocatedTable) -> [Line] {
    guard let view = views.first(where: { $0.grid == part.grid && !$0.isTransposed }),
      part.cells.values.contains(where: { view.cell($0.row, $0.column)?.isBlank ?? true })
    else { return [] }
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
        .compactMap { self.number(in: view, row, behind: $0.column) }
      guard let first = blank.first?.first?.column, let number = numbers.first else { return nil }
      // Values after the first blank may have moved as well
      let moved = fields.filter { $0.column >= first }.map(\.field)
      return Line(grid: part.grid, fields: moved, number: number)
    }
  }

  /// A field and its column.
  private typealias Field = (field: FieldName, column: Int)

  /// The fields of a row, split at gaps: in a transposed table each run is of another line.
  private static func neighbours(_ fields: [Field]) -> [[Field]] {
    fields.reduce(into: []) { runs, field in
      if let last = runs.last?.last, field.column == last.column + 1 {
        runs[runs.count - 1].append(field)
      } else {
        runs.append([field])
      }
    }
  }

  /// The first number after `column` that is in no table; nil if a label or a table's value precedes it.
  private func number(in view: GridView, _ row: Int, behind column: Int) -> GridView.Cell? {
    for cell in view.row(row)?.cells ?? []
    where cell.column > column && cell.column <= column + Self.reach && !cell.isBlank {
      let place = LocatedTable.Place(grid: view.grid, reference: cell.reference)
      guard cell.label == nil, !taken.contains(place) else { return nil }
      if cell.isNumber { return cell }
    }
    return nil
  }
}
