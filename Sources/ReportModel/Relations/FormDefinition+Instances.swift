extension FormDefinition {
  /// `relation` for every row or column that it is repeated over, in the form's order.
  ///
  /// A term that matches nothing has no operand; ``contradictions`` reports it.
  package func instances(of relation: Relation) -> [RelationInstance] {
    guard let table = table(relation.table) else { return [] }
    let keys = keys(of: relation, in: table)
    let left = operands(relation.left, in: relation, table, at: keys)
    let right = operands(relation.right, in: relation, table, at: keys)
    return keys.indices.map { place in
      RelationInstance(
        relation: relation, key: keys[place], left: left[place], right: right[place])
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

  /// The fields of `term` at each of `keys`, the rows or columns that the relation is repeated over.
  func fields(
    of term: RelationTerm, in relation: Relation, _ table: FormTable, at keys: [String?]
  ) -> [[FieldName]] {
    switch relation.each {
    case .column:
      let rows = table.rows.indices.filter { term.matches(table.rows[$0].id) }
      return keys.map { key in
        let place = table.columns.firstIndex { $0.id == key }
        return rows.compactMap { index in
          let row = table.fieldsByRow[index]
          if let place, row.count == table.columns.count { return row[place] }
          return row.first { $0.column == key }
        }
      }
    case .row:
      let columns = table.columns.map(\.id).filter(term.matches)
      return keys.map { key in
        guard let row = table.rows.firstIndex(where: { $0.id == key }) else { return [] }
        return table.fieldsByRow[row].filter { columns.contains($0.column) }
      }
    case .once: return [fields.filter { term.matches($0.description) }]
    }
  }

  /// The operands of `terms` at each of `keys`.
  private func operands(
    _ terms: [RelationTerm], in relation: Relation, _ table: FormTable, at keys: [String?]
  ) -> [[RelationOperand]] {
    var operands: [[RelationOperand]] = Array(repeating: [], count: keys.count)
    for term in terms {
      let fields = fields(of: term, in: relation, table, at: keys)
      for place in keys.indices {
        for field in fields[place] {
          operands[place].append(
            RelationOperand(
              coefficient: term.coefficient, field: field, isPrevious: term.isPrevious))
        }
      }
    }
    return operands
  }
}
