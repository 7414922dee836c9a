extension FormDefinition {
  /// `relation` for every row or column that it is repeated over, in the form's order.
  ///
  /// A term that names nothing here has no operand; ``contradictions`` tells of it.
  package func instances(of relation: Relation) -> [RelationInstance] {
    guard let table = table(relation.table) else { return [] }
    let left = relation.left.map { fields(of: $0, in: relation, table) }
    let right = relation.right.map { fields(of: $0, in: relation, table) }
    return keys(of: relation, in: table).map { key in
      RelationInstance(
        relation: relation, key: key,
        left: zip(relation.left, left).flatMap { operands($0, $1, at: key) },
        right: zip(relation.right, right).flatMap { operands($0, $1, at: key) })
    }
  }

  /// The ids that `relation` is repeated over; one nil for a relation that is not repeated.
  func keys(of relation: Relation, in table: FormTable) -> [String?] {
    let ids: [String]
    switch relation.each {
    case .column: ids = table.columns.map(\.id)
    case .row: ids = table.rows.map(\.id)
    case .once: return [nil]
    }
    guard let only = relation.only else { return ids }
    return ids.filter(only.contains)
  }

  /// The fields that `term` stands for, by the row or column that the relation is repeated over.
  func fields(
    of term: RelationTerm, in relation: Relation, _ table: FormTable
  ) -> [String?: [FieldName]] {
    switch relation.each {
    case .column:
      let fields = zip(table.rows, table.fieldsByRow).filter { term.matches($0.0.id) }
        .flatMap(\.1)
      return Dictionary(grouping: fields, by: \.column)
    case .row:
      let ids = Set(table.columns.map(\.id).filter(term.matches))
      return Dictionary(
        grouping: table.fields.filter { ids.contains($0.column) }, by: \.row)
    case .once: return [nil: fields.filter { term.matches($0.description) }]
    }
  }

  private func operands(
    _ term: RelationTerm, _ fields: [String?: [FieldName]], at key: String?
  ) -> [RelationOperand] {
    (fields[key] ?? []).map {
      RelationOperand(coefficient: term.coefficient, field: $0, isPrevious: term.isPrevious)
    }
  }
}
