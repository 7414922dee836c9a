import Diagnostics

extension FormDefinition {
  /// The contradictions between the parts of a definition that was read without problems: duplicate ids, ids
  /// that refer to nothing, patterns that match nothing.
  package var contradictions: [FormProblem] {
    let parts = sections.map(\.id) + tables.map(\.id)
    var problems =
      duplicates(in: sections.map(\.id), at: "sections")
      + duplicates(in: tables.map(\.id), at: "tables", besides: sections.map(\.id))
      + duplicates(in: contact.map(\.id), at: "contact")
      + orderProblems(parts)
    if let firstYear, let lastYear, lastYear < firstYear {
      problems.append(
        .init(
          path: "lastYear",
          problem: Phrase(
            zh: "\(lastYear) 早于 firstYear \(firstYear)",
            en: "\(lastYear) is before firstYear \(firstYear)")))
    }
    for (index, table) in tables.enumerated() {
      problems += table.contradictions(at: "tables[\(index)]")
    }
    for (index, relation) in relations.enumerated() {
      problems += contradictions(of: relation, at: "relations[\(index)]")
    }
    for (index, claim) in prose.enumerated() {
      problems += contradictions(of: claim, at: "prose[\(index)]")
    }
    return problems
  }

  private func orderProblems(_ parts: [String]) -> [FormProblem] {
    let unknown = order.enumerated().filter { !parts.contains($0.element) }.map { index, id in
      FormProblem(
        path: "order[\(index)]",
        problem: Phrase(zh: "没有名为“\(id)”的部分或表", en: "there is no section or table “\(id)”"))
    }
    let missing = parts.filter { !order.contains($0) }.map { id in
      FormProblem(
        path: "order",
        problem: Phrase(zh: "缺少“\(id)”", en: "“\(id)” is missing"))
    }
    return unknown + duplicates(in: order, at: "order", member: "") + missing
  }
}

/// A problem for every id of `ids` that occurred before, in the same list or in `others`.
private func duplicates(
  in ids: [String], at path: String, besides others: [String] = [], member: String = ".id"
) -> [FormProblem] {
  var seen = Set(others)
  return ids.enumerated().compactMap { index, id in
    // A missing id was reported already.
    guard !id.isEmpty, !seen.insert(id).inserted else { return nil }
    return FormProblem(
      path: "\(path)[\(index)]\(member)",
      problem: Phrase(zh: "“\(id)”重复", en: "“\(id)” occurs twice"))
  }
}

extension FormTable {
  fileprivate func contradictions(at path: String) -> [FormProblem] {
    var problems =
      duplicates(in: columns.map(\.id), at: "\(path).columns")
      + duplicates(in: rows.map(\.id), at: "\(path).rows")
    problems += id.contains(".") ? [dotted(id, at: "\(path).id")] : []
    for (index, column) in columns.enumerated() where column.id.contains(".") {
      problems.append(dotted(column.id, at: "\(path).columns[\(index)].id"))
    }
    for (index, row) in rows.enumerated() {
      let place = "\(path).rows[\(index)]"
      problems += duplicates(in: row.columns ?? [], at: "\(place).columns", member: "")
      for (position, column) in (row.columns ?? []).enumerated() where self.column(column) == nil {
        problems.append(
          FormProblem(
            path: "\(place).columns[\(position)]",
            problem: Phrase(
              zh: "表“\(id)”没有“\(column)”列", en: "table “\(id)” has no column “\(column)”")))
      }
    }
    for (index, column) in columns.enumerated()
    where !rows.contains(where: { $0.columns?.contains(column.id) ?? true }) {
      problems.append(
        FormProblem(
          path: "\(path).columns[\(index)]",
          problem: Phrase(
            zh: "没有一行用到“\(column.id)”列", en: "no row has the column “\(column.id)”")))
    }
    return problems
  }

  private func dotted(_ id: String, at path: String) -> FormProblem {
    FormProblem(
      path: path,
      problem: Phrase(
        zh: "“\(id)”中不能有点号，只有行的编号可以", en: "“\(id)” must not hold a dot; only ids of rows may"))
  }
}

extension FormDefinition {
  private func contradictions(of relation: Relation, at path: String) -> [FormProblem] {
    guard let table = table(relation.table) else {
      return [
        FormProblem(
          path: "\(path).table",
          problem: Phrase(
            zh: "没有名为“\(relation.table)”的表", en: "there is no table “\(relation.table)”"))
      ]
    }
    let known: [String] =
      switch relation.each {
      case .column: table.columns.map(\.id)
      case .row: table.rows.map(\.id)
      case .once: []
      }
    let unknown = (relation.only ?? []).enumerated().filter { !known.contains($0.element) }
    return unknown.map { index, id in
      FormProblem(
        path: "\(path).only[\(index)]",
        problem: Phrase(
          zh: relation.each == .row ? "表“\(table.id)”没有“\(id)”行" : "表“\(table.id)”没有“\(id)”列",
          en: "table “\(table.id)” has no \(relation.each.rawValue) “\(id)”"))
    } + emptyTerms(of: relation, in: table, at: path)
  }

  /// A problem for every term that matches no field in some instance.
  private func emptyTerms(
    of relation: Relation, in table: FormTable, at path: String
  ) -> [FormProblem] {
    [("left", relation.left), ("right", relation.right)].flatMap { side, terms in
      terms.enumerated().compactMap { index, term -> FormProblem? in
        let keys = keys(of: relation, in: table)
        let fields = fields(of: term, in: relation, table, at: keys)
        guard let empty = fields.firstIndex(where: \.isEmpty) else { return nil }
        let place = keys[empty].map { " \(table.id).\($0)" } ?? ""
        return FormProblem(
          path: "\(path).\(side)[\(index)]",
          problem: Phrase(
            zh: "“\(term)”在\(place.isEmpty ? "本表格" : place + " ")中不对应任何单元格",
            en: "“\(term)” stands for no field\(place.isEmpty ? "" : " in" + place)"))
      }
    }
  }
}

extension FormDefinition {
  private func contradictions(of claim: ProseClaim, at path: String) -> [FormProblem] {
    var problems: [FormProblem] = []
    if !sections.contains(where: { $0.id == claim.section }) {
      problems.append(
        FormProblem(
          path: "\(path).section",
          problem: Phrase(
            zh: "没有名为“\(claim.section)”的部分", en: "there is no section “\(claim.section)”")))
    }
    for (index, terms) in claim.sums.enumerated() {
      for (position, term) in terms.enumerated()
      where !fields.contains(where: { term.matches($0.description) }) {
        problems.append(
          FormProblem(
            path: "\(path).sums[\(index)][\(position)]",
            problem: Phrase(
              zh: "“\(term)”在本表格中不对应任何单元格", en: "“\(term)” stands for no field")))
      }
    }
    return problems
  }
}
