import ReportModel

/// The labels of one of a form's tables, ready to be matched.
final class TableAxes: Sendable {
  /// The form's table.
  let table: FormTable
  /// Its row labels.
  let rows: LabelMatcher
  /// Its column labels.
  let columns: LabelMatcher
  /// Its fields, row by row, as a list has them.
  let fields: [FieldName]
  /// The label of each field in a list.
  let list: LabelMatcher
  /// The indices of its columns, by id.
  let columnIndices: [String: Int]
  /// The index of the column of each field, row by row, as in ``FormTable/fieldsByRow``.
  let fieldColumns: [[Int]]
  /// The groups of rows.
  let groups: LineGroups
  /// The groups of rows by all names that a grid may have for them: with or without the enclosing groups.
  let groupNames: [[UInt16]: Int]
  /// The rows and their groups: the groups of a list.
  let lineGroups: LineGroups
  /// The rows with their groups.
  let rowLines: LineLabels
  /// The fields of a list with their groups.
  let listLines: LineLabels
  /// The ``FormLabel/characters(of:)`` of every text that equals a label.
  private let signatures: Set<UInt64>

  /// The groups of rows as labels.
  private let groupLabels: LabelMatcher
  /// The groups of rows and the rows as labels: the groups of a list.
  private let lineGroupLabels: LabelMatcher
  /// The groups of columns as labels.
  private let columnGroupLabels: LabelMatcher

  /// Prepares `table`; `labels` are those of all forms.
  init(_ table: FormTable, _ labels: KnownLabels) {
    self.table = table
    let rowLabels = table.rows.map { FormLabel(path: $0.path, aliases: $0.aliases ?? []) }
    let columnLabels = table.columns.map { FormLabel(path: $0.path, aliases: $0.aliases ?? []) }
    rows = LabelMatcher(rowLabels, known: labels)
    columns = LabelMatcher(columnLabels, known: labels)
    fields = table.fields
    columnIndices = Dictionary(table.columns.enumerated().map { ($1.id, $0) }) { first, _ in first }
    let indices = columnIndices
    fieldColumns = table.fieldsByRow.map { fields in fields.compactMap { indices[$0.column] } }
    // A list repeats the labels of rows and columns many times
    let byColumn = Dictionary(zip(table.columns.map(\.id), columnLabels)) { first, _ in first }
    list = LabelMatcher(
      zip(table.rows, rowLabels).flatMap { row, label in
        let path = label.groups + label.owns.prefix(row.path.isEmpty ? 0 : 1)
        let fronts = FormLabel.fronts(path)
        return table.columns(of: row).compactMap { column in
          byColumn[column.id].map {
            FormLabel(row: label, path: path, fronts: fronts, column: $0)
          }
        }
      }, known: labels)
    var groups: [[UInt16]: [[UInt16]]] = [:]
    var lineGroups = groups
    var groupNames: [[UInt16]: [UInt16]] = [:]
    for (row, label) in zip(table.rows, rows.labels) {
      let path = (label.groups + label.owns.prefix(row.path.isEmpty ? 0 : 1)).map(\.core)
      for (depth, group) in path.enumerated() {
        if depth < path.count - 1 {
          groups[group] = Array(path[..<depth])
          for first in 0...depth { groupNames[Array(path[first...depth].joined())] = group }
        }
        lineGroups[group] = Array(path[..<depth])
      }
      for alias in label.owns.dropFirst() { lineGroups[alias.core] = path.dropLast() }
    }
    let known = (groups: LineGroups(groups), lines: LineGroups(lineGroups))
    self.groups = known.groups
    self.lineGroups = known.lines
    self.groupNames = groupNames.compactMapValues(known.groups.id)
    rowLines = LineLabels(rows.labels, known.groups)
    listLines = LineLabels(list.labels, known.lines)
    let matcher = { (texts: [LabelText]) in
      var seen: Set<[UInt16]> = []
      return LabelMatcher(
        texts.filter { seen.insert($0.core).inserted }.map { FormLabel($0) }, known: labels)
    }
    groupLabels = matcher(rowLabels.flatMap(\.groups))
    lineGroupLabels = matcher(rowLabels.flatMap(\.groups) + rowLabels.map { $0.owns[0] })
    columnGroupLabels = matcher(columnLabels.flatMap(\.groups))
    signatures = rows.signatures.union(columns.signatures).union(list.signatures)
  }

  /// The groups of a kind as labels.
  func groupLabels(_ kind: GroupKind) -> LabelMatcher {
    switch kind {
    case .rows: groupLabels
    case .lines: lineGroupLabels
    case .columns: columnGroupLabels
    }
  }

  /// Whether `text` is a label of the table.
  func knows(_ text: LabelText) -> Bool {
    let isPossible =
      signatures.contains(FormLabel.characters(of: text.core))
      || !text.remark.isEmpty && signatures.contains(FormLabel.characters(of: text.whole))
    return isPossible && (rows.knows(text) || columns.knows(text) || list.knows(text))
  }

  /// Whether `text` may match a label of the table or one of its groups.
  func mayKnow(_ text: LabelText) -> Bool {
    let isGroup =
      groups.id(text.core) != nil || lineGroups.id(text.core) != nil
      || groupNames[text.core] != nil
      || columns.labels.contains { $0.groups.contains { $0.core == text.core } }
    return isGroup || knows(text)
      || [rows, columns, list, lineGroupLabels, columnGroupLabels].contains { $0.resembles(text) }
  }
}
