import ReportModel

/// The labels of one of a form's tables, ready to be matched.
struct TableAxes: Sendable {
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
  /// The labels of groups of rows, each with the groups that it stands in.
  let groups: [[UInt16]: [[UInt16]]]
  /// The groups of rows by all that a grid may call them: with or without the groups around them.
  let groupNames: [[UInt16]: [UInt16]]
  /// The labels of rows and their groups, each with the groups that it stands in.
  let lineGroups: [[UInt16]: [[UInt16]]]

  /// Prepares `table`.
  init(_ table: FormTable) {
    self.table = table
    rows = LabelMatcher(table.rows.map { FormLabel(path: $0.path, aliases: $0.aliases ?? []) })
    columns = LabelMatcher(
      table.columns.map { FormLabel(path: $0.path, aliases: $0.aliases ?? []) })
    fields = table.fields
    list = LabelMatcher(
      table.rows.flatMap { row in
        table.columns(of: row).map { column in
          FormLabel(row: row.path, column: column.path, aliases: column.aliases ?? [])
        }
      })
    var groups: [[UInt16]: [[UInt16]]] = [:]
    var lineGroups = groups
    var groupNames: [[UInt16]: [UInt16]] = [:]
    for (row, label) in zip(table.rows, rows.labels) {
      let path = row.path.map { LabelText($0).core }
      for (depth, group) in path.enumerated() {
        if depth < path.count - 1 {
          groups[group] = Array(path[..<depth])
          for first in 0...depth { groupNames[Array(path[first...depth].joined())] = group }
        }
        lineGroups[group] = Array(path[..<depth])
      }
      for alias in label.owns.dropFirst() { lineGroups[alias.core] = path.dropLast() }
    }
    self.groups = groups
    self.lineGroups = lineGroups
    self.groupNames = groupNames
  }
}
