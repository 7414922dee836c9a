import Documents
import ReportModel

/// Locates a table in lines of text, which have no columns: rows by their labels and the form's order, values
/// by their order in the row.
///
/// A row counts only with as many values as the form has for it; if they are on several lines, only if
/// ``RunConfirmation`` confirms them. Rows without a label of their own are read if exactly as many are
/// between two certain rows, and a note reports it.
struct LineLocator {
  private let site: TableContext
  private let rows: Range<Int>
  private let confirmation: RunConfirmation
  /// The texts of the lines that may be labels.
  private let texts: [(cell: GridCell, label: LabelText)]

  /// Makes a locator for the lines in `rows` of the grid of `site`.
  init(_ site: TableContext, rows: Range<Int>, relations: [Relation]) {
    self.site = site
    self.rows = rows
    texts = site.source.cells.compactMap { cell in
      guard rows.contains(cell.reference.row), case .text(let text) = cell.value,
        text.utf8.count <= TextTable.longest, !ValueReader.isValueLike(text)
      else { return nil }
      return (cell, LabelText(text))
    }
    confirmation = RunConfirmation(
      site.table, relations,
      LineHeads(
        texts.map {
          LineHeads.Text(row: $0.cell.reference.row, text: ValueReader.text($0.cell.value))
        }, site.matches.axes.columns))
  }

  private var table: FormTable { site.table }

  /// The table, or nil if too few of its rows are found.
  func candidate() -> TableCandidate? {
    if table.arrangement == .sideBySide, let line = sideBySide() { return line }
    let counts = table.rows.map { table.columns(of: $0).count }
    let runs = runs(of: Set(counts))
    guard !runs.isEmpty else { return nil }
    let matches = match(runs, counts)
    let heads = heads()
    guard !matches.isEmpty, heads > 0 || isEvidentFromRows(matches.count) else { return nil }
    var found = candidate(runs, matches)
    found?.bonus = Double(heads)
    return found
  }

  private func runs(of counts: Set<Int>) -> [NumberRun] {
    NumberRuns(site.source, rows: rows, counts: counts).runs.map {
      confirmation.judged($0, in: site.source)
    }
  }

  /// How many of the table's columns are named in the lines.
  private func heads() -> Int {
    var known: Set<Int> = []
    for (_, text) in texts {
      for match in site.matches.axes.columns.matches(text) where match.isExact {
        known.insert(match.label)
      }
    }
    return known.count
  }

  /// Whether `count` rows identify the table without its headers: two editions of a form have rows of one
  /// name with other columns.
  private func isEvidentFromRows(_ count: Int) -> Bool {
    table.arrangement != .blocks || 2 * count > table.rows.count
  }

  /// A run that is matched to a row of the form.
  private struct Match {
    var run: Int
    var row: Int
    var score: Double
    var label: String
    var isExact: Bool
  }

  private func match(_ runs: [NumberRun], _ counts: [Int]) -> [Match] {
    var best: [[Int: Match]] = []
    for (index, run) in runs.enumerated() {
      var scores: [Int: Match] = [:]
      for label in run.labels {
        for row in rowsTaking(LabelText(label)) where run.holds(counts[row]) {
          scores[row] = Match(
            run: index, row: row, score: MatchScore.collapsedGroup, label: label, isExact: true)
        }
        for found in site.matches.axes.rows.matches(LabelText(label))
        where run.holds(counts[found.label])
          && found.score > scores[found.label]?.score ?? 0
        {
          scores[found.label] = Match(
            run: index, row: found.label, score: found.score, label: label, isExact: found.isExact)
        }
      }
      best.append(scores)
    }
    let alignment = Alignment(
      best.map { Alignment.Scores($0.mapValues(\.score)) }, labels: table.rows.count)
    let pairs = alignment.pairs.filter(\.isCertain).compactMap { best[$0.line][$0.label] }
    return filled(pairs, runs, counts)
  }

  /// The matches, with the runs between two of them where exactly as many rows are missing.
  private func filled(_ pairs: [Match], _ runs: [NumberRun], _ counts: [Int]) -> [Match] {
    var all: [Match] = []
    for pair in pairs {
      if let last = all.last, pair.row - last.row > 1, pair.row - last.row == pair.run - last.run {
        let between = (last.run + 1)..<pair.run
        let fits = between.allSatisfy {
          let row = $0 - last.run + last.row
          return runs[$0].holds(counts[row]) && mayBelong(runs[$0].own, to: row)
        }
        if fits {
          all += between.map {
            Match(
              run: $0, row: $0 - last.run + last.row, score: MatchScore.threshold,
              label: runs[$0].own, isExact: false)
          }
        }
      }
      all.append(pair)
    }
    return all
  }

  /// The rows for values that are entered for the whole group that `text` names.
  private func rowsTaking(_ text: LabelText) -> [Int] {
    table.rows.indices.filter {
      table.rows[$0].takesGroup == true
        && site.matches.axes.rows.labels[$0].groups.last?.core == text.core
    }
  }

  /// Whether a row's own text is empty or part of its label, so that its position identifies the row.
  private func mayBelong(_ own: String, to row: Int) -> Bool {
    let text = LabelText(own).core
    return text.isEmpty
      || site.matches.axes.rows.labels[row].owns.contains { $0.whole.firstRange(of: text) != nil }
  }

  private func candidate(_ runs: [NumberRun], _ matches: [Match]) -> TableCandidate? {
    let places = matches.flatMap { runs[$0.run].places }
    guard let first = places.min(), let last = places.max() else { return nil }
    var found = TableCandidate(
      table: site.table, grid: site.view.grid, layout: .lines,
      region: Self.region(from: first, to: last))
    for match in matches { read(match, runs[match.run], into: &found) }
    withdrawOtherColumns(&found)
    let collapsed = collapse(runs, matches, &found)
    reportMissing(Set(matches.map(\.row)).union(collapsed), &found)
    reportUnused(runs, matches, &found)
    return found
  }

  private func read(_ match: Match, _ run: NumberRun, into found: inout TableCandidate) {
    let row = table.rows[match.row]
    let fields = site.fields(row: match.row)
    for (field, place) in zip(fields, run.values(fields.count) ?? []) {
      found.cells[field] = place
    }
    for field in fields { found.scores[field] = match.score }
    guard !match.isExact, let place = run.places.first else { return }
    let text = match.label.oneLine
    let cells = fields.map { FindingCell(field: $0.description) }
    found.report(
      text.isEmpty
        ? .byOrder(row: row.label, place: site.source.name(of: place))
        : .looseLabel(text, label: row.label), cells)
    found.loose.append(
      LooseLabel(
        sheet: site.source.name, reference: site.source.name(of: place), text: text,
        label: row.label, score: match.score))
  }

  /// Reports a group that is entered as one row, and returns the group's other rows, which are then blank.
  private func collapse(
    _ runs: [NumberRun], _ matches: [Match], _ found: inout TableCandidate
  ) -> Set<Int> {
    let known = Set(matches.map(\.row))
    for match in matches {
      let row = table.rows[match.row]
      guard row.takesGroup == true, let group = row.path.dropLast().last,
        LabelText(match.label).core == LabelText(group).core
      else { continue }
      let parts = table.rows.indices.filter {
        table.rows[$0].path.dropLast() == row.path.dropLast()
      }
      let others = parts.filter { $0 != match.row }
      guard known.isDisjoint(with: others) else { continue }
      found.blanks.formUnion(others.flatMap { site.fields(row: $0) })
      found.report(
        .collapsedGroup(match.label.oneLine, label: row.label),
        parts.flatMap { site.fields(row: $0) }.map {
          FindingCell(field: $0.description)
        })
      return Set(others)
    }
    return []
  }

  private func reportMissing(_ known: Set<Int>, _ found: inout TableCandidate) {
    for (index, row) in table.rows.enumerated() where !known.contains(index) {
      let after = known.filter { $0 < index }.max().map { table.rows[$0].label }
      let before = known.filter { $0 > index }.min().map { table.rows[$0].label }
      found.report(
        .missingRow(
          row.label, after: after, before: before, other: otherLabel(site.matches.axes.rows, index)),
        site.fields(row: index).map { FindingCell(field: $0.description) })
    }
  }

  /// Withdraws the columns whose header is missing while a text contradicts it.
  private func withdrawOtherColumns(_ found: inout TableCandidate) {
    let columns = site.matches.axes.columns
    let named = texts.reduce(into: Set<Int>()) {
      $0.formUnion(columns.matches($1.label).map(\.label))
    }
    for (index, column) in table.columns.enumerated() where !named.contains(index) {
      guard let other = otherLabel(columns, index) else { continue }
      let fields = site.fields(column: index).filter { found.cells[$0] != nil }
      for field in fields { found.cells[field] = nil }
      found.doubtful.formUnion(fields)
      found.report(
        .missingColumn(
          column.label, after: index > 0 ? table.columns[index - 1].label : nil,
          before: index + 1 < table.columns.count ? table.columns[index + 1].label : nil,
          other: other), fields.map { FindingCell(field: $0.description) })
    }
  }

  /// The first text of the lines that resembles the label at `index` but means something else.
  private func otherLabel(_ matcher: LabelMatcher, _ index: Int) -> LocatingIssue.OtherLabel? {
    guard let (cell, _) = texts.first(where: { matcher.contradicts($1, index) }) else { return nil }
    let (text, place) = (ValueReader.text(cell.value).oneLine, site.source.name(of: cell.reference))
    return LocatingIssue.OtherLabel(
      text: text, place: place,
      cell: FindingCell(sheet: site.source.name, reference: place, value: .text(text)))
  }

  /// Reports the runs between the table's first and last that match no row.
  private func reportUnused(
    _ runs: [NumberRun], _ matches: [Match], _ found: inout TableCandidate
  ) {
    let used = Set(matches.map(\.run))
    guard let first = used.min(), let last = used.max() else { return }
    for index in first...last where !used.contains(index) {
      guard let place = runs[index].places.first else { continue }
      let content = site.source[place]
      found.report(
        .unusedLine(runs[index].own.oneLine, count: runs[index].places.count),
        [
          FindingCell(
            sheet: site.source.name, reference: site.source.name(of: place),
            value: .text(content.map { ValueReader.text($0.value).trimmed } ?? ""))
        ])
    }
  }

  /// The rectangle of two values; the last may be further left than the first.
  private static func region(from first: GridReference, to last: GridReference) -> GridRange {
    GridRange(
      GridReference(row: first.row, column: min(first.column, last.column)),
      GridReference(row: last.row, column: max(first.column, last.column)))
  }

  /// The table if all its values are in one line, as in `proceedings`.
  private func sideBySide() -> TableCandidate? {
    let count = table.fields.count
    let whole = runs(of: [count]).filter {
      $0.places.count == count && $0.own.isEmpty && !$0.isDoubtful
    }
    guard whole.count == 1, let run = whole.first, let first = run.places.min(),
      let last = run.places.max(), holdsHeads(before: first.row)
    else { return nil }
    var found = TableCandidate(
      table: site.table, grid: site.view.grid, layout: .lines,
      region: Self.region(from: first, to: last))
    for (field, place) in zip(table.fields, run.places) { found.cells[field] = place }
    for field in table.fields { found.scores[field] = 1 }
    return found
  }

  /// Whether the lines before `row` name the table's columns or contain its heading.
  private func holdsHeads(before row: Int) -> Bool {
    rows.lowerBound > 1
      || site.source.cells.contains { cell in
        guard cell.reference.row < row, case .text(let text) = cell.value else { return false }
        let label = LabelText(text)
        return site.matches.axes.columns.knows(label) || site.matches.axes.rows.knows(label)
      }
  }
}
