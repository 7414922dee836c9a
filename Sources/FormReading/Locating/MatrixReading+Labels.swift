import Documents
import ReportModel

extension MatrixReading {
  /// Reports columns that were matched loosely, are out of order, occur several times, or are missing.
  mutating func reportColumns() {
    var found = [[FieldName]](repeating: [], count: form.columns.count)
    for row in matches.lazy.map(\.label) {
      for (field, index) in zip(site.fields(row: row), site.matches.axes.fieldColumns[row]) {
        found[index].append(field)
      }
    }
    let foundColumns = Set(bands.flatMap { $0.all.map(\.label) }).sorted()
    for (index, column) in form.columns.enumerated() {
      let fields = found[index]
      guard !fields.isEmpty else { continue }
      let heads = heads(of: index)
      guard let first = heads.first else {
        reportMissing(index, column, fields, foundColumns)
        continue
      }
      var seen: Set<GridReference> = []
      let rivals = (heads.flatMap(\.rivals) + competing(index)).filter {
        seen.insert($0.reference).inserted
      }
      if !rivals.isEmpty {
        reportCompeting(column, first, rivals, fields)
        continue
      }
      for head in heads { reportReplacedGroup(head, column) }
      for head in heads where !head.isCertain {
        table.report(
          .displacedLabel(column.label, place: site.name(head.cell)),
          site.cells([head.cell], fields))
      }
      for head in heads where !head.isExact {
        let below = fieldsBelow(head, column.id)
        reportLoose(
          head.cell, label: column.label, score: head.score, below.isEmpty ? fields : below)
      }
    }
  }

  /// Withdraws the values under a group of columns that resembles the form's but means something else.
  private mutating func reportReplacedGroup(_ head: HeaderBlock.Column, _ column: FormColumn) {
    guard let (cell, group) = replacedGroup(head) else { return }
    let fields = fieldsBelow(head, column.id)
    for field in fields {
      table.cells[field] = nil
      table.doubtful.insert(field)
    }
    table.report(
      .otherGroup(
        column.label, place: site.name(head.cell), group: site.line(cell), expected: group
      ), site.cells([cell, head.cell], fields))
  }

  /// The cell above a header that is in the place of one of its groups, with the group's name.
  private func replacedGroup(_ head: HeaderBlock.Column) -> (GridView.Cell, String)? {
    let groups = site.matches.axes.columns.labels[head.label].groups
    guard !groups.isEmpty else { return nil }
    for row in site.view.rows(in: (head.cell.row - Self.headReach)...(head.cell.row - 1)) {
      guard
        let cell = row.cells.last(where: { $0.column <= head.column && $0.label != nil }),
        let id = cell.label,
        let other = site.matches.book.texts[id].otherGroup(.columns, in: site.matches.axes),
        groups.contains(where: { $0.core == other.label.owns[0].core })
      else { continue }
      return (cell, other.label.text)
    }
    return nil
  }

  /// The headers of a column of the form, each once.
  private func heads(of index: Int) -> [HeaderBlock.Column] {
    var seen: Set<GridReference> = []
    return bands.compactMap { $0.column(index) }.filter {
      seen.insert($0.cell.reference).inserted
    }
  }

  /// The headers of a column in header blocks beside the table's own.
  private func competing(_ index: Int) -> [GridView.Cell] {
    var seen: Set<GridReference> = []
    return competing.compactMap { $0.column(index)?.cell }.filter {
      seen.insert($0.reference).inserted
    }
  }

  private func fieldsBelow(_ head: HeaderBlock.Column, _ column: String) -> [FieldName] {
    matches.filter {
      lines[$0.line].band?.column(head.label)?.cell.reference == head.cell.reference
    }
    .flatMap { site.fields(row: $0.label) }.filter { $0.column == column }
  }

  /// Reports that the form's column at `index` was not found; `foundColumns` are those that were.
  private mutating func reportMissing(
    _ index: Int, _ column: FormColumn, _ fields: [FieldName], _ foundColumns: [Int]
  ) {
    let rest = fields.filter { table.cells[$0] == nil }
    guard !rest.isEmpty else { return }
    let next = foundColumns.partitioningIndex(where: { $0 > index })
    let before = foundColumns[..<next].last
    let after = foundColumns[next...].first
    // One of two columns with a neighbour's label may be the missing one
    let repeated = [before, after].compactMap { $0 }.flatMap { neighbour in
      heads(of: neighbour).filter(\.isRepeated).flatMap {
        fieldsBelow($0, form.columns[neighbour].id)
      }
    }
    withdraw(repeated)
    // If the whole column of the grid is missing, so are its values under other headers
    let missing = Set(rest)
    let blanks = after.map { blankFields(beside: $0).filter { !missing.contains($0) } } ?? []
    table.report(
      .missingColumn(
        column.label, after: before.map { form.columns[$0].label },
        before: after.map { form.columns[$0].label }, other: otherHead(index)),
      (rest + repeated + blanks.filter { !repeated.contains($0) }).map(site.findingCell))
  }

  private mutating func blankFields(beside column: Int) -> [FieldName] {
    if let known = blanksBeside[column] { return known }
    let blanks = blanks(under: heads(of: column))
    blanksBeside[column] = blanks
    return blanks
  }

  /// A header in the table that resembles that of the form's column at `index` but means something else.
  mutating func otherHead(_ index: Int) -> LocatingIssue.OtherLabel? {
    if let known = otherHeads[index] { return known }
    let found = otherHead(
      index, rows: (body.rows.lowerBound - Self.headReach)...body.rows.upperBound,
      columns: (body.inner + 1)...Int.max)
    otherHeads[index] = .some(found)
    return found
  }

  /// A header above `cell` that resembles that of the form's column at `index` but means something else.
  func otherHead(_ index: Int, above cell: GridView.Cell) -> LocatingIssue.OtherLabel? {
    otherHead(
      index, rows: (cell.row - Self.headReach)...cell.row,
      columns: (cell.column - Self.headWidth)...cell.column)
  }

  private func otherHead(
    _ index: Int, rows: ClosedRange<Int>, columns: ClosedRange<Int>
  ) -> LocatingIssue.OtherLabel? {
    site.otherLabel(site.matches.axes.columns, index, rows: rows, columns: columns)
  }

  /// How many rows above a line its header may be.
  private static let headReach = 4
  /// How many columns left of a number the merged area of its header may begin.
  private static let headWidth = 30

  /// The blank fields under other headers that begin in the columns of `next`, or after an empty column.
  private func blanks(under next: [HeaderBlock.Column]) -> [FieldName] {
    let starts = Set(next.map(\.column))
    return matches.flatMap { match in
      let row = row(match)
      return site.fields(row: match.label).filter { field in
        guard let index = site.matches.axes.columnIndices[field.column],
          let head = lines[match.line].band?.column(index), starts.contains(head.column),
          case .place(let column)? = slots[match.line]?[index],
          site.view.cell(row, column)?.isBlank ?? true
        else { return false }
        let isBehindEmpty = [head.cell.row, row].allSatisfy { row in
          site.view.cell(row, head.column - 1) == nil && site.view.area(row, head.column - 1) == nil
        }
        return isBehindEmpty || !next.contains { $0.label == index }
      }
    }
  }

  private mutating func reportCompeting(
    _ column: FormColumn, _ first: HeaderBlock.Column, _ rivals: [GridView.Cell],
    _ fields: [FieldName]
  ) {
    let all = [first.cell] + rivals
    withdraw(fields)
    table.report(.competingColumns(column.label, places: site.places(all)), site.cells(all, fields))
  }

  /// Records the rows that were not found.
  mutating func noteMissingRows() {
    let found = Set(matches.map(\.label))
    table.missingRows = MissingRows(
      start: table.issues.count, indices: form.rows.indices.filter { !found.contains($0) },
      rows: body.rows.lowerBound - Self.headReach...body.rows.upperBound + Self.headReach,
      columns: body.labels)
  }

  /// Reads a group that is entered as one row into the row that the form names for it.
  mutating func readCollapsedGroups() {
    let found = Set(matches.map(\.label))
    let innermost = site.matches.axes.rowLines.groups.map(\.last)
    var collapsed: [(other: Int, rows: [Int], lines: [(index: Int, cell: GridView.Cell)])] = []
    for (index, line) in lines.enumerated() where !settled.contains(index) {
      guard line.band != nil,
        let cell = line.texts.cells.last(where: { body.group($0) != nil }),
        case let group = body.group(cell),
        case let rows = innermost.indices.filter({ innermost[$0] == group }),
        rows.count > 1, found.isDisjoint(with: rows),
        let other = rows.first(where: { form.rows[$0].takesGroup == true }),
        holdsValues(line.texts.row)
      else { continue }
      settled.insert(index)
      if let known = collapsed.firstIndex(where: { $0.other == other }) {
        collapsed[known].lines.append((index, cell))
      } else {
        collapsed.append((other, rows, [(index, cell)]))
      }
    }
    for group in collapsed { collapse(group.lines, into: group.other, of: group.rows) }
  }

  private func holdsValues(_ row: Int) -> Bool {
    site.view.row(row)?.cells(in: (body.labels.upperBound + 1)...Int.max)
      .contains { !$0.isBlank } ?? false
  }

  private mutating func collapse(
    _ lines: [(index: Int, cell: GridView.Cell)], into other: Int, of rows: [Int]
  ) {
    guard let (index, cell) = lines.first, let band = self.lines[index].band else { return }
    let group = site.line(cell)
    let fields = rows.flatMap { site.fields(row: $0) }
    if lines.count > 1 {
      let cells = lines.map(\.cell)
      let isSame = lines.allSatisfy { contents($0.index) == contents(index) }
      let (places, all) = (site.places(cells), site.cells(cells, fields))
      guard isSame else {
        table.doubtful.formUnion(fields)
        table.report(.duplicateLabel(group, places: places), all)
        return
      }
      table.report(.sameDuplicate(group, places: places), all)
    }
    let row = self.lines[index].texts.row
    let found = ValueSlots(site.view, row: row, band: band, from: body.inner - 1, reach: body.reach)
    for field in site.fields(row: other) {
      guard let column = site.matches.axes.columnIndices[field.column],
        case .place(let place)? = found[column]
      else { continue }
      put(field, row, place, score: MatchScore.collapsedGroup)
    }
    table.blanks.formUnion(rows.filter { $0 != other }.flatMap { site.fields(row: $0) })
    table.report(.collapsedGroup(group, label: form.rows[other].label), site.cells([cell], fields))
  }
}
