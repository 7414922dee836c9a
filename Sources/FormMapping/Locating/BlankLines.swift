import Grids
import ReportModel

/// The lines of located tables of which every field is blank although a number stands in the line, further
/// away than its columns.
///
/// Such a number may be the line's own, moved: that the fields are blank is not certain.
struct BlankLines {
  /// A line with the first of its numbers.
  struct Line {
    let grid: Int
    let fields: [FieldName]
    let number: GridView.Cell
  }

  private let views: [GridView]
  private let taken: Set<LocatedTable.Place>

  /// How far behind a line's last field a number may be its own.
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
    guard
      let view = views.first(where: {
        $0.grid == part.grid && $0.isTransposed == part.layout.isTransposed
      })
    else { return [] }
    var fields: [Int: [(field: FieldName, column: Int)]] = [:]
    for field in part.table.fields {
      guard part.cells[field] != nil, let cell = table.cells[field], cell.grid == part.grid else {
        continue
      }
      let place = view.place(of: cell.reference)
      fields[place.row, default: []].append((field, place.column))
    }
    return fields.keys.sorted().compactMap { row in
      guard let line = fields[row], let last = line.map(\.column).max(),
        line.allSatisfy({ view.cell(row, $0.column)?.isBlank ?? true }),
        let number = number(in: view, row, behind: last)
      else { return nil }
      return Line(grid: part.grid, fields: line.map(\.field), number: number)
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
