extension FormDefinition {
  /// `relation` for every row or column that it is repeated over, in the form's order.
  ///
  /// A term that names nothing here has no operand; ``contradictions`` tells of it.
  package func instances(of relation: Relation) -> [RelationInstance] {
    guard let table = table(relation.table) else { return [] }
    return keys(of: relation, in: table).map { key in
      RelationInstance(
        relation: relation, key: key,
        left: relation.left.flatMap { operands($0, of: relation, at: key, in: table) },
        right: relation.right.flatMap { operands($0, of: relation, at: key, in: table) })
    }
  }

  /// The ids that `relation` is repeated over; one nil for a relation that is not repeated.
  func keys(of relation: Relation, in table: FormTable) -> [String?] {
    switch relation.each {
    case .column:
      table.columns.map(\.id).filter { relation.only?.contains($0) ?? true }
    case .row:
      table.rows.map(\.id).filter { relation.only?.contains($0) ?? true }
    case .once: [nil]
    }
  }

  /// The operands that `term` stands for at `key`.
  func operands(
    _ term: RelationTerm, of relation: Relation, at key: String?, in table: FormTable
  ) -> [RelationOperand] {
    fields(term, of: relation, at: key, in: table).map {
      RelationOperand(coefficient: term.coefficient, field: $0, isPrevious: term.isPrevious)
    }
  }

  private func fields(
    _ term: RelationTerm, of relation: Relation, at key: String?, in table: FormTable
  ) -> [FieldName] {
    switch (relation.each, key) {
    case (.column, let column?):
      table.rows.filter { row in
        term.matches(row.id) && row.columns?.contains(column) ?? true
      }.map { FieldName(table: table.id, row: $0.id, column: column) }
    case (.row, let row?):
      (table.row(row).map(table.columns(of:)) ?? []).filter { term.matches($0.id) }
        .map { FieldName(table: table.id, row: row, column: $0.id) }
    case (.once, _): fields.filter { term.matches($0.description) }
    case (.column, nil), (.row, nil): []
    }
  }
}
