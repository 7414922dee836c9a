import Documents
import ReportModel

/// A grid in which a table is looked for: what findings need to name its cells and fields.
struct TableSite {
  /// The grid.
  let source: Grid
  /// How it is looked at.
  let view: GridView
  /// The table and what the grid's texts may stand for.
  let matches: AxisMatches

  /// The form's table.
  var table: FormTable { matches.axes.table }

  /// The place as the input's users write it.
  func name(_ row: Int, _ column: Int) -> String {
    source.name(of: view.reference(row, column))
  }

  /// The place of `cell` as the input's users write it.
  func name(_ cell: GridView.Cell) -> String { name(cell.row, cell.column) }

  /// A finding's cell for what stands in `cell`.
  func findingCell(_ cell: GridView.Cell) -> FindingCell {
    FindingCell(
      sheet: source.name, reference: name(cell),
      value: .text(ValueReader.text(cell.content.value).trimmed))
  }

  /// The first cell in `rows` and `columns` whose text resembles the label with `index` of `matcher` but says
  /// something else.
  func otherLabel(
    _ matcher: LabelMatcher, _ index: Int, rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) -> LocatingIssue.OtherLabel? {
    var rest = Self.mostSearched
    for row in view.rows(in: rows) {
      for cell in row.cells(in: columns) {
        guard rest > 0 else { return nil }
        rest -= 1
        guard let id = cell.label, matcher.contradicts(matches.book.texts[id], index) else {
          continue
        }
        return LocatingIssue.OtherLabel(
          text: (cell.text ?? "").oneLine, place: name(cell), cell: findingCell(cell))
      }
    }
    return nil
  }

  /// How many cells are searched for another label: a table has some hundreds.
  private static let mostSearched = 4_000

  /// A finding's cell for `field`, whose place is filled in when it is known.
  func findingCell(_ field: FieldName) -> FindingCell { FindingCell(field: field.description) }

  /// The fields of the form's row with index `row`.
  func fields(row: Int) -> [FieldName] {
    table.fieldsByRow.indices.contains(row) ? table.fieldsByRow[row] : []
  }

  /// The fields of the form's column with index `column`.
  func fields(column: Int) -> [FieldName] {
    guard table.columns.indices.contains(column) else { return [] }
    let id = table.columns[column].id
    return table.fields.filter { $0.column == id }
  }

  /// Cells of a finding: places first, then the fields it is about.
  func cells(_ places: [GridView.Cell], _ fields: [FieldName]) -> [FindingCell] {
    places.prefix(Self.mostCells).map(findingCell) + fields.map(findingCell)
  }

  /// How many cells a finding has at most besides those of its fields.
  private static let mostCells = 1_000

  /// The places of `cells` for a message.
  func places(_ cells: [GridView.Cell]) -> Places { Places(cells, name: name) }
}
