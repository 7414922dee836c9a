import Documents

/// Finds the columns of a table in the rows of a header block.
struct HeaderFinder {
  private let view: GridView
  private let matches: AxisMatches
  private let rows: ClosedRange<Int>
  /// The labels of the header block and of the row above it, row by row.
  private let labels: [GridView.Row]

  /// Makes a finder for the header block in `rows`.
  init(_ view: GridView, _ matches: AxisMatches, rows: ClosedRange<Int>) {
    self.view = view
    self.matches = matches
    self.rows = rows
    labels = view.rows(in: (rows.lowerBound - 1)...rows.upperBound).map { row in
      GridView.Row(number: row.number, cells: row.cells.filter { $0.label != nil }[...])
    }
  }

  /// The header blocks in the rows, from left to right: one for each table or year beside each other.
  func bands() -> [HeaderBlock] {
    var rest = heads()
    var bands: [HeaderBlock] = []
    while bands.count < Self.mostBands, !rest.isEmpty, let band = band(in: rest) {
      if let first = bands.first, 2 * band.columns.count < first.columns.count { break }
      bands.append(band)
      rest.removeAll { band.low...band.high ~= $0.column }
    }
    return bands.sorted { $0.low < $1.low }
  }

  /// The most header blocks beside each other: one for each of six years.
  private static let mostBands = 6

  /// A column of the grid with the labels that its header may match.
  private struct Head {
    let column: Int
    var lastColumn: Int
    /// The labels, in the form's order, each once.
    let best: [Best]

    var scores: Alignment.Scores {
      Alignment.Scores(best.map { (label: $0.match.label, score: $0.match.score + $0.bonus) })
    }

    /// The entry of the form's column at index `label`.
    func best(_ label: Int) -> Best? {
      let index = best.partitioningIndex(where: { $0.match.label >= label })
      return index < best.endIndex && best[index].match.label == label ? best[index] : nil
    }

    /// The header with the next column, if that only repeats its label, as in a merged area that was unmerged
    /// and filled.
    func repeated(by next: Head) -> Head? {
      guard next.column == lastColumn + 1, let label = exactLabel, label == next.exactLabel else {
        return nil
      }
      var wide = self
      wide.lastColumn = next.lastColumn
      return wide
    }

    private var exactLabel: Int? { best.first { $0.match.isExact }?.cell.label }
  }

  /// A label that a header may match, with its cell.
  private struct Best {
    let match: LabelMatch
    let cell: GridView.Cell
    /// What it gains where it is under its group.
    let bonus: Double
  }

  private func heads() -> [Head] {
    var cells = Array(labels.lazy.filter { rows.contains($0.number) }.map(\.cells).joined())
    cells.sort { ($0.column, $0.row) < ($1.column, $1.row) }
    var heads: [Head] = []
    var start = cells.startIndex
    while start < cells.endIndex {
      let end = cells[start...].firstIndex { $0.column != cells[start].column } ?? cells.endIndex
      let head = head(cells[start].column, cells[start..<end])
      if let wide = heads.last?.repeated(by: head) {
        heads[heads.count - 1] = wide
      } else {
        heads.append(head)
      }
      start = end
    }
    return heads
  }

  private func head(_ column: Int, _ cells: ArraySlice<GridView.Cell>) -> Head {
    var found: [LineCandidates.Entry] = []
    for (place, cell) in zip(cells.indices, cells) {
      for match in cell.label.map(matches.columns) ?? [] { found.offer(match, at: place) }
    }
    if cells.count > 1, !found.contains(where: \.match.isExact) {
      let joined = LabelText(cells.compactMap(view.text).joined())
      for match in matches.axes.columns.matches(joined) {
        found.offer(match, at: cells.endIndex - 1)
      }
    }
    let best = found.map { entry in
      let cell = cells[entry.place]
      let isGrouped = isUnderGroup(of: entry.match.label, column, above: cell.row)
      return Best(match: entry.match, cell: cell, bonus: isGrouped ? MatchScore.sameGroup : 0)
    }
    return Head(column: column, lastColumn: column, best: best)
  }

  /// Whether, in a row above `row`, the last label up to `column` is the innermost group of the form's column
  /// at index `label`.
  private func isUnderGroup(of label: Int, _ column: Int, above row: Int) -> Bool {
    let groups = matches.axes.columns.labels[label].groups
    guard let inner = groups.last else { return false }
    let end = labels.partitioningIndex(where: { $0.number >= row })
    return labels[..<end].suffix(Self.groupReach).contains { above in
      let next = above.cells.partitioningIndex(where: { $0.column > column })
      let id = above.cells[..<next].last?.label
      return id.map { matches.book[$0].core == inner.core } ?? false
    }
  }

  /// How many rows above a column's label the label of its group may be.
  private static let groupReach = 16

  private func band(in heads: [Head]) -> HeaderBlock? {
    let count = matches.axes.columns.labels.count
    let first = Alignment(heads.map(\.scores), labels: count)
    guard let low = first.pairs.first, let high = first.pairs.last else { return nil }
    // Labels out of order are next to those in order
    let range = extended(low.line...high.line, heads, first)
    let window = Array(heads[range])
    let pairs =
      window.count == heads.count
      ? first.pairs : Alignment(window.map(\.scores), labels: count).pairs
    let columns = pairs.compactMap { pair in
      column(
        window[pair.line], pair.label, isCertain: pair.isCertain,
        rivals: rivals(of: pair, in: window) + rivals(of: pair, beside: range, heads))
    }
    let displaced = displaced(window, pairs)
    let all = columns + displaced
    guard let left = all.map(\.column).min(), let right = all.map(\.lastColumn).max() else {
      return nil
    }
    return HeaderBlock(
      rows: rows, columns: columns, displaced: displaced, low: left, high: max(left, right))
  }

  /// `range`, extended by the adjacent headers that are the label of an unmatched column of the form.
  private func extended(
    _ range: ClosedRange<Int>, _ heads: [Head], _ alignment: Alignment
  ) -> ClosedRange<Int> {
    let taken = Set(alignment.pairs.map(\.label))
    let isMissing = { (index: Int) in
      heads.indices.contains(index)
        && heads[index].best.contains { !taken.contains($0.match.label) && $0.match.isExact }
    }
    var (low, high) = (range.lowerBound, range.upperBound)
    while isMissing(low - 1) { low -= 1 }
    while isMissing(high + 1) { high += 1 }
    return low...high
  }

  /// The headers that the alignment passed over and that are exactly one label of the form, which no other
  /// header has.
  private func displaced(_ window: [Head], _ pairs: [Alignment.Pair]) -> [HeaderBlock.Column] {
    let taken = Set(pairs.map(\.label))
    let lines = Set(pairs.map(\.line))
    var found: [Int: [HeaderBlock.Column]] = [:]
    for (line, head) in window.enumerated() where !lines.contains(line) {
      for label in head.best.lazy.filter(\.match.isExact).map(\.match.label)
      where !taken.contains(label) {
        if let column = column(head, label, isCertain: false) {
          found[label, default: []].append(column)
        }
      }
    }
    return found.keys.sorted().compactMap { label in
      found[label].flatMap { $0.count == 1 ? $0[0] : nil }
    }
  }

  /// The other headers that may be the pair's label as well.
  private func rivals(of pair: Alignment.Pair, in window: [Head]) -> [GridView.Cell] {
    window.enumerated().compactMap { line, head in
      guard line != pair.line, let entry = head.best(pair.label),
        entry.match.isExact
          || !pair.isCertain && entry.match.score >= pair.score - MatchScore.competing
      else { return nil }
      return entry.cell
    }
  }

  /// The headers next to `window` with the same label as the pair at its edge, perhaps in other words.
  private func rivals(
    of pair: Alignment.Pair, beside window: ClosedRange<Int>, _ heads: [Head]
  ) -> [GridView.Cell] {
    let line = window.lowerBound + pair.line
    return [line - 1, line + 1].compactMap { index in
      guard heads.indices.contains(index), !window.contains(index),
        let entry = heads[index].best(pair.label), entry.match.isExact
      else { return nil }
      let (left, right) = index < line ? (index, line) : (line, index)
      let end = max(heads[left].lastColumn, heads[left].best(pair.label)?.cell.lastColumn ?? 0)
      return heads[right].column == end + 1 ? entry.cell : nil
    }
  }

  private func column(
    _ head: Head, _ label: Int, isCertain: Bool, rivals: [GridView.Cell] = []
  ) -> HeaderBlock.Column? {
    head.best(label).map { entry in
      HeaderBlock.Column(
        label: label, column: head.column, lastColumn: max(head.lastColumn, entry.cell.lastColumn),
        isRepeated: head.lastColumn > max(head.column, entry.cell.lastColumn),
        cell: entry.cell, score: entry.match.score, isExact: entry.match.isExact,
        isCertain: isCertain, rivals: rivals)
    }
  }
}
