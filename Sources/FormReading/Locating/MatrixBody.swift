import Documents
import ReportModel

/// The lines of a table below its headers, matched to the form's rows and columns.
struct MatrixBody {
  let site: TableContext
  /// The columns that hold labels.
  let labels: ClosedRange<Int>
  /// The first column that holds labels of lines.
  let inner: Int
  /// The last column that may hold values.
  let reach: Int
  /// The rows from the first line to the last.
  let rows: ClosedRange<Int>
  /// The rows of headers, each with its header blocks, from the top.
  let heads: [(rows: ClosedRange<Int>, bands: [HeaderBlock])]

  /// A line with its header block.
  struct Line {
    /// The labels that the line may match.
    let texts: LineMatcher.Line
    /// The columns of its values.
    let band: HeaderBlock?
    /// Header blocks beside the line's own, with no labels between them.
    let competing: [HeaderBlock]
  }

  /// The table as found here; nil if no row and column of it is.
  func candidate() -> TableCandidate? {
    guard hasHead else { return nil }
    let lines = self.lines()
    let matcher = LineMatcher(lines.map(\.texts), labels: site.matches.axes.rowLines)
    let matches = withoutOthersLines(matcher.matches(), lines)
    guard matches.contains(where: { lines[$0.line].band != nil }),
      !isUnderForeignHead(lines, matches)
    else { return nil }
    var reading = MatrixReading(body: self, lines: lines, matches: matches)
    return reading.candidate()
  }

  /// Whether a header block may be that of the lines.
  private var hasHead: Bool {
    heads.contains { $0.rows.upperBound < rows.upperBound && $0.bands.contains(where: isRight) }
  }

  /// Whether a header block begins right of the labels, within reach.
  private func isRight(_ band: HeaderBlock) -> Bool {
    band.low > labels.upperBound && band.low <= reach
  }

  /// The rows that are not headers, with their groups, without rows that are empty in these columns.
  private func lines() -> [Line] {
    var groups = GroupStack(site.matches.axes.groups)
    var candidates = KnownCandidates()
    var bands = NearestBands(self)
    let first =
      (heads.first { $0.rows.upperBound < rows.lowerBound }?.rows.lowerBound ?? rows.lowerBound) - 3
    let columns = min(labels.lowerBound, inner - 1)...max(reach, labels.upperBound, lastOfBands)
    var lines: [Line] = []
    for row in site.view.rows(in: first...rows.upperBound) where !row.cells(in: columns).isEmpty {
      let cells = labelCells(row)
      for cell in cells { site.enterGroup(cell, &groups) }
      guard row.number >= rows.lowerBound, !isHead(row) else { continue }
      let (band, competing) = bands.above(row.number)
      lines.append(
        Line(
          texts: LineMatcher.Line(
            row: row.number, cells: cells, groups: groups,
            candidates: candidates(cells, find: self.candidates)),
          band: band, competing: competing))
    }
    return lines
  }

  /// The last column of the header blocks that begin right of the labels.
  private var lastOfBands: Int {
    heads.lazy.flatMap(\.bands).filter(isRight).map(\.high).max() ?? 0
  }

  /// The cells of a row that hold labels of lines.
  private func labelCells(_ row: GridView.Row) -> ArraySlice<GridView.Cell> {
    let cells = row.cells(in: labels)
    return cells.allSatisfy { $0.label != nil } ? cells : cells.filter { $0.label != nil }[...]
  }

  /// Whether a row is part of a header block right of the labels, and not a line of values before it.
  private func isHead(_ row: GridView.Row) -> Bool {
    let next = heads.partitioningIndex(where: { $0.rows.upperBound >= row.number })
    guard next < heads.endIndex, heads[next].rows ~= row.number else { return false }
    return heads[next].bands.contains { $0.low > labels.upperBound && !isLine(row, before: $0) }
  }

  /// The header blocks right of the labels in the last header above each row, for rows from the top.
  private struct NearestBands {
    private let body: MatrixBody
    private var next = 0
    private var bands: (first: HeaderBlock?, others: [HeaderBlock]) = (nil, [])

    init(_ body: MatrixBody) { self.body = body }

    /// The header blocks for `row`, the nearest first.
    mutating func above(_ row: Int) -> (HeaderBlock?, [HeaderBlock]) {
      while next < body.heads.count, body.heads[next].rows.upperBound < row {
        let found = body.heads[next].bands.filter {
          body.isRight($0) && !body.isBesideNumbers($0)
        }
        if let first = found.first { bands = (first, Array(found.dropFirst())) }
        next += 1
      }
      return bands
    }
  }

  /// The labels that the cells of one line may match.
  private func candidates(_ cells: ArraySlice<GridView.Cell>) -> [LineCandidates.Entry] {
    var found: [LineCandidates.Entry] = []
    for (place, cell) in cells.enumerated() {
      guard let label = cell.label else { continue }
      // A group's own name is not a loose wording of a row in it
      let isGroup = group(cell) != nil
      for match in site.matches.rows(label) where match.isExact || !isGroup {
        found.offer(match, at: place)
      }
    }
    guard cells.count > 1, !found.contains(where: \.match.isExact), let last = cells.last,
      group(last) == nil
    else {
      return found
    }
    for count in 2...min(3, cells.count) {
      let joined = LabelText(cells.suffix(count).compactMap(site.view.text).joined())
      for match in site.matches.axes.rows.matches(joined) {
        found.offer(match, at: cells.count - 1)
      }
    }
    return found
  }

  /// The group of the form's rows that `cell` names.
  func group(_ cell: GridView.Cell) -> Int? { cell.label.flatMap { site.matches[$0].namedGroup } }
}
