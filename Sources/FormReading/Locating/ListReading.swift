import Documents
import ReportModel

/// Matches the lines of a list to the fields of a table.
struct ListReading {
  let site: TableContext
  /// The labels anywhere in the grid.
  let names: ListNames
  /// The columns that hold labels.
  let labels: ClosedRange<Int>
  /// The columns among them with the fields' own labels.
  let inner: ClosedRange<Int>
  /// The last column that may hold values.
  let reach: Int
  /// The rows from the first line to the last.
  let rows: ClosedRange<Int>

  /// The table as found here; nil if too few of its fields are.
  func candidate() -> TableCandidate? {
    let lines = self.lines()
    guard let matches = matches(lines) else { return nil }
    let view = site.view
    let used = Set(matches.map { lines[$0.line].row })
    guard !hasValuesAmongLabels(used), let values = values(in: used), let top = used.min(),
      let bottom = used.max()
    else {
      return nil
    }
    var table = TableCandidate(
      table: site.table, grid: view.grid,
      layout: view.isTransposed ? .transposedList : .list,
      region: GridRange(
        view.reference(top, labels.lowerBound), view.reference(bottom, values.last ?? values[0])),
      labelArea: GridRange(
        view.reference(top, inner.lowerBound), view.reference(bottom, labels.upperBound)))
    if reportCopies(matches, &table) { return table }
    for match in matches { read(match, lines, column: values[0], into: &table) }
    reportOtherColumns(values, matches, lines, &table)
    noteMissing(matches, &table)
    reportExtraLines(lines, matches, column: values[0], &table)
    return table
  }

  /// The fields of the lines; nil if too few of the table's are among them.
  private func matches(_ lines: [LineMatcher.Line]) -> [LineMatch]? {
    let labels = site.matches.axes.listLines
    let matches = LineMatcher(lines, labels: labels).matches()
    let certain = matches.count { $0.certainty != .ambiguous }
    let count = site.table.fields.count
    if certain >= 2, 2 * certain >= matches.count,
      (isSure(matches) ? 3 : 2) * matches.count >= count
    {
      return matches
    }
    // One of several blocks can be identified by the groups above the others
    let part = LineMatcher(lines, labels: labels, elsewhere: names.groups).matches()
    guard part.count >= 2, 3 * part.count >= count, isSure(part) else { return nil }
    return part
  }

  /// Whether all matches are certain and exact, so that a part of a list counts.
  private func isSure(_ matches: [LineMatch]) -> Bool {
    matches.allSatisfy { $0.certainty == .certain && $0.isExact }
  }

  /// Whether a column among the labels contains values, so that this is not a list.
  private func hasValuesAmongLabels(_ rows: Set<Int>) -> Bool {
    var numbers: [Int: [Int]] = [:]
    for row in rows.sorted() {
      for cell in site.view.row(row)?.cells(in: inner) ?? [] where cell.isNumber {
        numbers[cell.column, default: []].append(site.whole(cell) ?? 0)
      }
    }
    return numbers.values.contains { numbers in
      2 * numbers.count >= rows.count
        && !zip(numbers, numbers.dropFirst()).allSatisfy { $1 == $0 + 1 }
    }
  }

  private func lines() -> [LineMatcher.Line] {
    var groups = GroupStack(site.matches.axes.lineGroups)
    var candidates = KnownCandidates()
    let matches = site.matches
    var lines: [LineMatcher.Line] = []
    for row in site.view.rows(in: (rows.lowerBound - 3)...rows.upperBound) {
      let all = row.cells(in: labels)
      let cells = all.allSatisfy { $0.label != nil } ? all : all.filter { $0.label != nil }[...]
      for cell in cells.dropLast() { site.enterLineGroup(cell, &groups) }
      // The last label is a column's or a group's
      if let last = cells.last, let label = last.label, matches.columns(label).isEmpty {
        site.enterLineGroup(last, &groups)
      }
      guard row.number >= rows.lowerBound else { continue }
      lines.append(
        LineMatcher.Line(
          row: row.number, cells: cells, groups: groups,
          candidates: candidates(cells, find: self.candidates)))
    }
    return lines
  }

  /// The fields that a line may match: by its column label within its groups, or by one text that names both
  /// row and column.
  private func candidates(_ cells: ArraySlice<GridView.Cell>) -> [LineCandidates.Entry] {
    var found: [LineCandidates.Entry] = []
    // The last label is the field's own; those before it are groups
    for (place, cell) in cells.enumerated().reversed() where found.isEmpty {
      for match in cell.label.map(site.matches.fields) ?? [] { found.offer(match, at: place) }
    }
    return found
  }

  /// The columns right of the labels with numbers in the lines, from the nearest on; the first is the list's
  /// own.
  private func values(in rows: Set<Int>) -> [Int]? {
    var numbers: [Int: [Int?]] = [:]
    var texts: [Int: Set<Int>] = [:]
    var end = labels.upperBound
    for row in rows.sorted().lazy.compactMap(site.view.row) {
      for cell in row.cells where cell.column <= reach && !cell.isBlank {
        if cell.column <= labels.upperBound {
          if cell.label != nil, cell.lastColumn <= reach { end = max(end, cell.lastColumn) }
        } else if let label = cell.label {
          texts[cell.column, default: []].insert(label)
        } else {
          numbers[cell.column, default: []].append(site.whole(cell))
        }
      }
    }
    let numbering = numbers.count > 1 ? numbers.filter { Self.isNumbering($0.value) } : [:]
    let counts = numbers.filter { numbering[$0.key] == nil }.mapValues(\.count)
    // Numbers after further labels, or further away, are another table's
    let wall = texts.filter { $0.value.count > 1 && counts[$0.key] == nil }.keys.min() ?? Int.max
    let columns = counts.keys.filter { $0 < wall }.sorted()
    guard let first = columns.first,
      first <= end + 2
        || 2 * counts[first, default: 0] >= rows.count && isClear((end + 1)...first, rows, texts)
    else {
      return end < reach ? [end + 1] : nil
    }
    var run = [first]
    for column in columns.dropFirst() {
      guard let last = run.last, column <= last + 2 else { break }
      run.append(column)
    }
    return run
  }

  /// Whether numbers only count the lines, from 1 on.
  private static func isNumbering(_ numbers: [Int?]) -> Bool {
    numbers.count >= fewestCounted && numbers.enumerated().allSatisfy { $1 == $0 + 1 }
  }

  /// The fewest lines of a numbering: fewer values may increase by one by chance.
  private static let fewestCounted = 8

  /// Whether no text is in `columns` beside the lines or above them, so that the numbers in the last of the
  /// columns can only be the lines' own.
  private func isClear(
    _ columns: ClosedRange<Int>, _ rows: Set<Int>, _ texts: [Int: Set<Int>]
  ) -> Bool {
    guard texts.keys.allSatisfy({ !columns.contains($0) }), let top = rows.min() else {
      return false
    }
    return !site.view.rows(in: (top - Self.headReach)...(top - 1)).contains { row in
      row.cells(in: columns).contains { $0.label != nil }
    }
  }

  /// How many rows above a list may name its columns.
  private static let headReach = 3

  private func read(
    _ match: LineMatch, _ lines: [LineMatcher.Line], column: Int, into table: inout TableCandidate
  ) {
    let field = site.matches.axes.fields[match.label]
    let label = site.matches.axes.list.labels[match.label].text
    let row = lines[match.line].row
    var cells = site.cells([match.cell], [field])
    switch match.certainty {
    case .certain:
      if !match.isExact {
        let text = site.line(match.cell)
        table.report(.looseLabel(text, label: label), cells)
        table.loose.append(
          LooseLabel(
            sheet: site.source.name, reference: site.name(match.cell), text: text, label: label,
            score: match.score))
      }
    case .displaced:
      table.report(.displacedLabel(label, place: site.name(match.cell)), cells)
    case .otherGroup(let group):
      table.doubtful.insert(field)
      let expected = site.matches.axes.list.labels[match.label].groups.last.map {
        String(decoding: $0.core, as: UTF16.self)
      }
      table.report(
        .otherGroup(label, place: site.name(match.cell), group: group, expected: expected ?? ""),
        cells)
      return
    case .ambiguous:
      table.doubtful.insert(field)
      let rivals = match.rivals.compactMap { lines[$0].candidate(match.label)?.cell }
      let all = [match.cell] + rivals
      cells = site.cells(all, [field])
      let others = lines[match.line].candidates.entries.map {
        site.matches.axes.list.labels[$0.match.label].text
      }
      table.report(
        rivals.isEmpty
          ? .uncertainLabel(site.line(match.cell), labels: others)
          : .duplicateLabel(label, places: site.places(all)), cells)
      return
    }
    readValue(field, row, column, match, &table)
  }

  private func readValue(
    _ field: FieldName, _ row: Int, _ column: Int, _ match: LineMatch, _ table: inout TableCandidate
  ) {
    let area = site.view.area(row, column)
    if let area, area.topLeft.row != row || area.bottomRight.row != row, !isOwn(area, of: row) {
      let content = site.view.cell(area.topLeft.row, area.topLeft.column)
      table.doubtful.insert(field)
      let place =
        "\(site.name(area.topLeft.row, area.topLeft.column)):\(site.name(area.bottomRight.row, area.bottomRight.column))"
      table.report(.mergedFields(place: place), site.cells(content.map { [$0] } ?? [], [field]))
      return
    }
    let place = area?.topLeft ?? GridReference(row: row, column: column)
    table.cells[field] = site.view.reference(place.row, place.column)
    table.headings[field.column] = site.view.text(match.cell)
    table.scores[field] = match.score
  }

  /// Whether the merged `area` of a value is beside no label other than that of the line in `row`, as where
  /// the label is merged over the same rows.
  private func isOwn(_ area: GridRange, of row: Int) -> Bool {
    !site.view.rows(in: area.topLeft.row...area.bottomRight.row).contains { other in
      other.number != row && other.cells(in: labels).contains { $0.label != nil }
    }
  }
}
