import ReportModel

/// A form with the labels of its tables ready to be matched.
struct PreparedForm: Sendable {
  /// The form.
  let definition: FormDefinition
  /// Its tables, in its order.
  let tables: [TableAxes]

  /// Prepares `definition`.
  init(_ definition: FormDefinition) {
    self.definition = definition
    tables = definition.parts.compactMap { part in
      guard case .table(let table) = part else { return nil }
      return TableAxes(table)
    }
  }

  /// Whether `text` is a label of one of the tables.
  func knows(_ text: LabelText) -> Bool {
    tables.contains { $0.rows.knows(text) || $0.columns.knows(text) || $0.list.knows(text) }
  }
}
