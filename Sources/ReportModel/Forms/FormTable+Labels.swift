extension FormTable {
  /// The label of `row` in messages: its own, after its group's if another row has the same.
  package func label(of row: FormRow) -> String {
    Self.label(row.path, among: rows.map(\.path)) ?? row.id
  }

  /// The label of `column` in messages: its own, after its header's if another column has the same.
  package func label(of column: FormColumn) -> String {
    Self.label(column.path, among: columns.map(\.path)) ?? column.id
  }

  private static func label(_ path: [String], among all: [[String]]) -> String? {
    guard let own = path.last else { return nil }
    guard all.count(where: { $0.last == own }) > 1, path.count > 1 else { return own }
    return path.suffix(2).joined(separator: "/")
  }
}

extension FormDefinition {
  /// The labels of a field for people, `row, column`; its name if the form does not have the field.
  package func label(of field: FieldName) -> String {
    guard let table = table(field.table), let row = table.row(field.row),
      let column = table.column(field.column)
    else { return field.description }
    return "\(table.label(of: row))，\(table.label(of: column))"
  }
}
