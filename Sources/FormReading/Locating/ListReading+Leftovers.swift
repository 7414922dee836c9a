import Documents
import ReportModel

extension ListReading {
  /// Reports numbers in further columns: many make the table ambiguous, a few only their own fields.
  func reportOtherColumns(
    _ values: [Int], _ matches: [LineMatch], _ lines: [LineMatcher.Line],
    _ table: inout TableCandidate
  ) {
    for column in values.dropFirst() {
      let cells = matches.compactMap { match -> (FieldName, GridView.Cell)? in
        guard let cell = site.view.cell(lines[match.line].row, column), cell.isNumber else {
          return nil
        }
        return (site.matches.axes.fields[match.label], cell)
      }
      guard let first = cells.first?.1 else { continue }
      let fields = 2 * cells.count >= matches.count ? Array(table.found) : cells.map(\.0)
      let ordered = site.table.fields.filter(Set(fields).contains)
      for field in ordered {
        table.cells[field] = nil
        table.doubtful.insert(field)
      }
      table.report(
        .severalInHead(
          site.table.label, places: [site.name(first.row, values[0]), site.name(first)]),
        site.cells([first], ordered))
    }
  }

  /// Records the fields of the list that were not found.
  func noteMissing(_ matches: [LineMatch], _ table: inout TableCandidate) {
    let found = Set(matches.map(\.label))
    table.missingRows = MissingRows(
      start: table.issues.count,
      indices: site.matches.axes.list.labels.indices.filter { !found.contains($0) },
      rows: rows, columns: labels)
  }

  /// Reports the lines between those of the list that contain numbers but are not part of it.
  func reportExtraLines(
    _ lines: [LineMatcher.Line], _ matches: [LineMatch], column: Int, _ table: inout TableCandidate
  ) {
    let used = Set(matches.flatMap { [$0.line] + $0.rivals })
    let rows = Set(lines.map(\.row))
    let places = used.map { lines[$0].row }
    guard let first = places.min(), let last = places.max() else { return }
    var unused = UnusedLines(site)
    for (index, line) in lines.enumerated()
    where !used.contains(index) && first - 1...last + 1 ~= line.row {
      guard let cell = site.view.cell(line.row, column), cell.isNumber else { continue }
      if let label = line.cells.last.flatMap(site.view.text)?.oneLine {
        unused.tell(cell, count: 1, &table) { _ in
          (.unusedLine(label, count: 1), [site.findingCell(cell)])
        }
      } else {
        reportUnlabelled(cell, &table, &unused)
      }
    }
    let numbering = numberings(lines, matches)
    let among = site.view.rows(in: first...last)
      .flatMap { $0.cells(in: inner).filter { $0.isNumber && !numbering.contains($0.column) } }
    // Half as many numbers as lines are another table
    if let number = among.first, 2 * among.count >= matches.count {
      reportUnlabelled(number, &table, &unused)
    } else {
      for cell in among { reportNumberAmongLabels(cell, &table) }
    }
    for next in [first - 1, last + 1] where !rows.contains(next) {
      guard let cell = site.view.cell(next, column), cell.isNumber,
        !(site.view.row(next)?.cells(in: labels) ?? []).contains(where: { $0.label != nil })
      else { continue }
      reportUnlabelled(cell, &table, &unused)
    }
    unused.reportRest(&table)
  }

  /// Reports a number that belongs to no line: it may have shifted the others.
  private func reportUnlabelled(
    _ cell: GridView.Cell, _ table: inout TableCandidate, _ unused: inout UnusedLines
  ) {
    table.doubtful.formUnion(table.cells.keys)
    table.cells = [:]
    let found = table
    unused.tell(cell, count: 1, &table) { place in
      (.shiftedTable(place: place), site.cells([cell], site.table.fields.filter(found.isFound)))
    }
  }

  /// The columns among the labels that contain line numbers: at least nine in ten lines have one.
  private func numberings(_ lines: [LineMatcher.Line], _ matches: [LineMatch]) -> Set<Int> {
    let rows = Set(matches.map { lines[$0.line].row })
    var numbers: [Int: Int] = [:]
    for row in rows.lazy.compactMap(site.view.row) {
      for cell in row.cells(in: inner) where cell.isNumber {
        numbers[cell.column, default: 0] += 1
      }
    }
    return Set(numbers.filter { 10 * $0.value >= 9 * rows.count }.keys)
  }

  /// Reports another number among the labels: a value that was moved there.
  private func reportNumberAmongLabels(_ cell: GridView.Cell, _ table: inout TableCandidate) {
    let fields = site.table.fields.filter { field in
      table.cells[field].map { site.view.place(of: $0).row == cell.row } ?? false
    }
    for field in fields {
      table.cells[field] = nil
      table.doubtful.insert(field)
    }
    table.report(
      .unusedNumber(site.valueText(cell).trimmed, place: site.name(cell)),
      site.cells([cell], fields))
  }
}
