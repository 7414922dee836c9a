import Findings
import Grids
import ReportModel

extension MatrixReading {
  /// Says which columns were matched loosely, stand out of order, several times, or nowhere.
  mutating func tellOfColumns() {
    for (index, column) in form.columns.enumerated() {
      let fields = fieldsFound(column: column.id)
      guard !fields.isEmpty else { continue }
      let heads = heads(of: index)
      guard let first = heads.first else {
        tellMissing(index, column, fields)
        continue
      }
      var seen: Set<GridReference> = []
      let rivals = (heads.flatMap(\.rivals) + competing(index)).filter {
        seen.insert($0.content.reference).inserted
      }
      if !rivals.isEmpty {
        tellCompeting(column, first, rivals, fields)
        continue
      }
      for head in heads where !head.isCertain {
        table.findings.append(
          .displacedLabel(
            column.label, place: site.name(head.cell),
            cells: site.cells([head.cell], fieldsFound(column: column.id))))
      }
      for head in heads where !head.isExact {
        let below = fieldsBelow(head, column.id)
        tellLoose(head.cell, label: column.label, score: head.score, below.isEmpty ? fields : below)
      }
    }
  }

  /// The heads that stand for a column of the form, each once.
  private func heads(of index: Int) -> [HeadBand.Column] {
    var seen: Set<GridReference> = []
    return lines.compactMap { $0.band?.column(index) }.filter {
      seen.insert($0.cell.content.reference).inserted
    }
  }

  /// The heads for a column in bands beside the table's own.
  private func competing(_ index: Int) -> [GridView.Cell] {
    var seen: Set<GridReference> = []
    return lines.flatMap(\.competing).compactMap { $0.column(index)?.cell }.filter {
      seen.insert($0.content.reference).inserted
    }
  }

  private func fieldsFound(column: String) -> [FieldName] {
    matches.map { site.fields(row: $0.label) }.joined().filter { $0.column == column }
  }

  private func fieldsBelow(_ head: HeadBand.Column, _ column: String) -> [FieldName] {
    matches.filter {
      lines[$0.line].band?.column(head.label)?.cell.content.reference == head.cell.content.reference
    }
    .flatMap { site.fields(row: $0.label) }.filter { $0.column == column }
  }

  private mutating func tellMissing(_ index: Int, _ column: FormColumn, _ fields: [FieldName]) {
    let rest = fields.filter { table.cells[$0] == nil }
    guard !rest.isEmpty else { return }
    let found = form.columns.indices.filter { other in
      lines.contains { $0.band?.column(other) != nil }
    }
    let before = found.last { $0 < index }
    let after = found.first { $0 > index }
    // With the whole column of the grid went what stood in it under other heads
    let blanks = after.map { blanksBeside(heads(of: $0)).filter { !rest.contains($0) } } ?? []
    table.findings.append(
      .missingColumn(
        column.label, after: before.map { form.columns[$0].label },
        before: after.map { form.columns[$0].label },
        cells: (rest + blanks).map(site.findingCell)))
  }

  /// The blank fields under other heads that begin where those of `next` do, or behind an empty column.
  private func blanksBeside(_ next: [HeadBand.Column]) -> [FieldName] {
    let starts = Set(next.map(\.column))
    return matches.flatMap { match in
      let row = row(match)
      return site.fields(row: match.label).filter { field in
        guard let index = form.columns.firstIndex(where: { $0.id == field.column }),
          let head = lines[match.line].band?.column(index), starts.contains(head.column),
          case .place(let column)? = slots[match.line]?.slots[index],
          site.view.cell(row, column)?.isBlank ?? true
        else { return false }
        let isBehindEmpty = [head.cell.row, row].allSatisfy { row in
          site.view.cell(row, head.column - 1) == nil && site.view.area(row, head.column - 1) == nil
        }
        return isBehindEmpty || !next.contains { $0.label == index }
      }
    }
  }

  private mutating func tellCompeting(
    _ column: FormColumn, _ first: HeadBand.Column, _ rivals: [GridView.Cell],
    _ fields: [FieldName]
  ) {
    let all = [first.cell] + rivals
    for field in fields {
      table.cells[field] = nil
      table.doubtful.insert(field)
    }
    table.findings.append(
      .competingColumns(
        column.label, places: all.map { site.name($0) }, cells: site.cells(all, fields)))
  }

  /// Says which rows were not found, and between which they belong.
  mutating func tellOfMissingRows() {
    let found = Set(matches.map(\.label))
    for (index, row) in form.rows.enumerated() where !found.contains(index) {
      let fields = site.fields(row: index).filter { !table.isFound($0) }
      guard !fields.isEmpty else { continue }
      let before = (0..<index).last { found.contains($0) }
      let after = found.filter { $0 > index }.min()
      table.findings.append(
        .missingRow(
          row.label, after: before.map { form.rows[$0].label },
          before: after.map { form.rows[$0].label }, cells: fields.map(site.findingCell)))
    }
  }

  /// Reads a group that is filled in as one row into the row that the form names for it.
  mutating func readCollapsedGroups() {
    let found = Set(matches.map(\.label))
    var byGroup: [[UInt16]: [Int]] = [:]
    for (index, label) in site.matches.axes.rows.labels.enumerated() {
      if let group = label.groups.last { byGroup[group.core, default: []].append(index) }
    }
    for (index, line) in lines.enumerated() where !settled.contains(index) {
      guard
        let cell = line.texts.cells.last(where: { body.group($0) != nil }),
        let rows = body.group(cell).flatMap({ byGroup[$0] }),
        rows.count > 1, found.isDisjoint(with: rows), let band = line.band,
        let other = rows.first(where: { form.rows[$0].takesGroup == true })
      else { continue }
      collapse(line, index, band, cell, into: other, of: rows)
    }
  }

  private mutating func collapse(
    _ line: MatrixBody.Line, _ index: Int, _ band: HeadBand, _ cell: GridView.Cell, into other: Int,
    of rows: [Int]
  ) {
    let row = line.texts.row
    let found = ValueSlots(site.view, row: row, band: band, from: body.inner - 1, reach: body.reach)
    guard
      (site.view.row(row)?.cells ?? []).contains(where: {
        $0.column > body.labels.upperBound && !$0.isBlank
      })
    else { return }
    settled.insert(index)
    for field in site.fields(row: other) {
      guard let column = form.columns.firstIndex(where: { $0.id == field.column }),
        case .place(let place)? = found.slots[column]
      else { continue }
      put(field, row, place, score: 0.9)
    }
    let others = rows.filter { $0 != other }.flatMap { site.fields(row: $0) }
    table.blanks.formUnion(others)
    table.findings.append(
      .collapsedGroup(
        (cell.text ?? "").oneLine, label: form.rows[other].label,
        cells: site.cells([cell], rows.flatMap { site.fields(row: $0) })))
  }
}
