import Findings
import Grids
import ReportModel

extension ListReading {
  /// Numbers in further columns make it uncertain which one counts; a few put their own field in doubt.
  func tellOfOtherColumns(
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
      table.findings.append(
        .severalInHead(
          site.table.label, places: [site.name(first.row, values[0]), site.name(first)],
          cells: site.cells([first], ordered)))
    }
  }

  /// Says which fields of the list were not found, row by row of the form.
  func tellOfMissing(_ matches: [LineMatch], _ table: inout TableCandidate) {
    let found = Set(matches.map(\.label))
    let labels = site.matches.axes.list.labels
    for index in labels.indices where !found.contains(index) {
      let before = (0..<index).last { found.contains($0) }
      let after = found.filter { $0 > index }.min()
      table.findings.append(
        .missingRow(
          labels[index].text, after: before.map { labels[$0].text },
          before: after.map { labels[$0].text },
          cells: [site.findingCell(site.matches.axes.fields[index])]))
    }
  }

  /// Says which lines between those of the list hold numbers without being one of them.
  func tellOfExtraLines(
    _ lines: [LineMatcher.Line], _ matches: [LineMatch], column: Int, _ table: inout TableCandidate
  ) {
    let used = Set(matches.flatMap { [$0.line] + $0.rivals })
    let rows = Set(lines.map(\.row))
    let places = used.map { lines[$0].row }
    guard let first = places.min(), let last = places.max() else { return }
    for (index, line) in lines.enumerated()
    where !used.contains(index) && first - 1...last + 1 ~= line.row {
      guard let cell = site.view.cell(line.row, column), cell.isNumber else { continue }
      let cells = [site.findingCell(cell)]
      if let label = line.cells.last?.text?.oneLine {
        table.findings.append(.unusedLine(label, count: 1, cells: cells))
      } else {
        tellOfUnlabelled(cell, &table)
      }
    }
    let among = site.view.rows.filter { first...last ~= $0.number }
      .flatMap { $0.cells.filter { inner ~= $0.column && $0.isNumber } }
      .filter { !isNumbering($0.column, lines, matches) }
    // As many numbers as half a table are another one
    if let number = among.first, 2 * among.count >= matches.count {
      tellOfUnlabelled(number, &table)
    } else {
      for cell in among { tellOfNumberAmongLabels(cell, &table) }
    }
    for next in [first - 1, last + 1] where !rows.contains(next) {
      guard let cell = site.view.cell(next, column), cell.isNumber,
        !(site.view.row(next)?.cells ?? []).contains(where: {
          labels ~= $0.column && $0.label != nil
        })
      else { continue }
      tellOfUnlabelled(cell, &table)
    }
  }

  /// A number that belongs to no line may have pushed the others away.
  private func tellOfUnlabelled(
    _ cell: GridView.Cell, _ table: inout TableCandidate
  ) {
    let places = [site.findingCell(cell)]
    let fields = site.table.fields.filter(table.isFound)
    table.doubtful.formUnion(fields)
    table.cells = [:]
    table.findings.append(
      .shiftedTable(place: site.name(cell), cells: places + fields.map(site.findingCell)))
  }

  /// Whether the numbers of a column among the labels are line numbers: every line has one.
  private func isNumbering(
    _ column: Int, _ lines: [LineMatcher.Line], _ matches: [LineMatch]
  ) -> Bool {
    let rows = Set(matches.map { lines[$0.line].row })
    let numbered = rows.count { site.view.cell($0, column)?.isNumber ?? false }
    return 10 * numbered >= 9 * rows.count
  }

  /// Other numbers among the labels are values that were moved there.
  private func tellOfNumberAmongLabels(_ cell: GridView.Cell, _ table: inout TableCandidate) {
    let fields = site.table.fields.filter { field in
      table.cells[field].map { site.view.place(of: $0).row == cell.row } ?? false
    }
    for field in fields {
      table.cells[field] = nil
      table.doubtful.insert(field)
    }
    table.findings.append(
      .unusedNumber(
        ValueReader.text(cell.content.value).trimmed, place: site.name(cell),
        cells: site.cells([cell], fields)))
  }
}
