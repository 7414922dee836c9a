import Documents
import ReportModel

/// A grid in which a table is located, with what findings need to name its cells and fields.
final class TableContext {
  /// The grid.
  let source: Grid
  /// The view of the grid.
  let view: GridView
  /// The table, and the labels that the grid's texts may match.
  let matches: AxisMatches

  init(source: Grid, view: GridView, matches: AxisMatches) {
    self.source = source
    self.view = view
    self.matches = matches
  }

  /// The form's table.
  var table: FormTable { matches.axes.table }

  /// The name of the position as the input's users write it.
  func name(_ row: Int, _ column: Int) -> String {
    source.name(of: view.reference(row, column))
  }

  /// The name of `cell` as the input's users write it.
  func name(_ cell: GridView.Cell) -> String { name(cell.row, cell.column) }

  /// The text of a label in one line, for messages.
  func line(_ cell: GridView.Cell) -> String { (view.text(cell) ?? "").oneLine }

  /// The value of `cell` as a person would write it.
  func valueText(_ cell: GridView.Cell) -> String { ValueReader.text(view.value(cell)) }

  /// The whole number that `cell` holds.
  func whole(_ cell: GridView.Cell) -> Int? { ValueReader.whole(view.value(cell)) }

  /// A finding's cell for `cell`.
  func findingCell(_ cell: GridView.Cell) -> FindingCell {
    FindingCell(
      sheet: source.name, reference: name(cell),
      value: .text(valueText(cell).trimmed))
  }

  /// Enters the group of rows that `cell` names, or the group in whose place it names another.
  func enterGroup(_ cell: GridView.Cell, _ groups: inout GroupStack) {
    guard let label = cell.label else { return }
    enter(cell, matches[label].group, &groups) {
      let score = matches.rows(label).map(\.score).max() ?? 0
      return otherGroup(label, .rows, above: score).flatMap(matches.axes.groups.id)
    }
  }

  /// Enters the group of a list that `cell` names, or the group in whose place it names another.
  func enterLineGroup(_ cell: GridView.Cell, _ groups: inout GroupStack) {
    guard let label = cell.label else { return }
    enter(cell, matches[label].lineGroup, &groups) {
      guard !matches[label].isField else { return nil }
      let score = matches.columns(label).map(\.score).max() ?? 0
      return otherGroup(label, .lines, above: score).flatMap(matches.axes.lineGroups.id)
    }
  }

  /// The group that a text resembles more than `score` although it means something else.
  private func otherGroup(_ label: Int, _ kind: GroupKind, above score: Double) -> [UInt16]? {
    matches.book.texts[label].otherGroup(kind, in: matches.axes).flatMap {
      $0.score > score ? $0.label.owns[0].core : nil
    }
  }

  private func enter(
    _ cell: GridView.Cell, _ group: Int?, _ groups: inout GroupStack, other: () -> Int?
  ) {
    if let group, let label = cell.label, !matches[label].isLimited {
      groups.enter(group)
    } else if let group = group ?? other() {
      groups.enter(line(cell), inPlaceOf: group)
    }
  }

  /// The first cell in `rows` and `columns` whose text resembles the label at `index` of `matcher` but means
  /// something else.
  func otherLabel(
    _ matcher: LabelMatcher, _ index: Int, rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) -> LocatingIssue.OtherLabel? {
    var rest = Self.mostSearched
    for row in view.rows(in: rows) {
      for cell in row.cells(in: columns) {
        guard rest > 0 else { return nil }
        rest -= 1
        guard let id = cell.label, matcher.contradicts(matches.book[id], index) else {
          continue
        }
        return LocatingIssue.OtherLabel(
          text: line(cell), place: name(cell), cell: findingCell(cell))
      }
    }
    return nil
  }

  /// The most cells that are searched for another label: a table has some hundreds.
  private static let mostSearched = 4_000

  /// A finding's cell for `field`, whose position is added when it is known.
  func findingCell(_ field: FieldName) -> FindingCell { FindingCell(field: field.description) }

  /// The fields of the form's row at index `row`.
  func fields(row: Int) -> [FieldName] {
    table.fieldsByRow.indices.contains(row) ? table.fieldsByRow[row] : []
  }

  /// The fields of the form's column at index `column`.
  func fields(column: Int) -> [FieldName] {
    guard table.columns.indices.contains(column) else { return [] }
    let id = table.columns[column].id
    return table.fields.filter { $0.column == id }
  }

  /// The cells of a finding: `places` first, then those of `fields`.
  func cells(_ places: [GridView.Cell], _ fields: [FieldName]) -> [FindingCell] {
    places.prefix(Self.mostCells).map(findingCell) + fields.map(findingCell)
  }

  /// The most cells of a finding besides those of its fields.
  private static let mostCells = 1_000

  /// The names of `cells` for a message.
  func places(_ cells: [GridView.Cell]) -> Places { Places(cells, name: name) }
}
