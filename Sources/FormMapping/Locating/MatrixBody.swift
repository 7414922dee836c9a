import Findings
import Grids
import ReportModel

/// The lines of a table below its heads, matched to the form's rows and columns.
struct MatrixBody {
  let site: TableSite
  /// The columns that hold labels.
  let labels: ClosedRange<Int>
  /// The first column that holds labels of lines.
  let inner: Int
  /// The last column that may hold values.
  let reach: Int
  /// The rows from the first line to the last.
  let rows: ClosedRange<Int>
  /// The heads with the bands that they tell, from the top.
  let heads: [(rows: ClosedRange<Int>, bands: [HeadBand])]

  /// A line with the head that it stands under.
  struct Line {
    /// What the line may be.
    let texts: LineMatcher.Line
    /// The columns of its values.
    let band: HeadBand?
    /// Bands beside the line's own that no labels stand between.
    let competing: [HeadBand]
  }

  /// The table as it is found here; nil where no row and column of it is.
  func candidate() -> TableCandidate? {
    let lines = self.lines()
    let matcher = LineMatcher(lines.map(\.texts), labels: site.matches.axes.rows.labels)
    let matches = withoutOthersLines(matcher.matches(), lines)
    guard matches.contains(where: { lines[$0.line].band != nil }),
      !isUnderForeignHead(lines, matches)
    else { return nil }
    var reading = MatrixReading(body: self, lines: lines, matches: matches)
    return reading.candidate()
  }

  /// The rows that are no head, with the groups that they stand in.
  private func lines() -> [Line] {
    var groups = GroupStack(known: site.matches.axes.groups)
    let first =
      (heads.first { $0.rows.upperBound < rows.lowerBound }?.rows.lowerBound ?? rows.lowerBound) - 3
    var lines: [Line] = []
    for row in site.view.rows where first...rows.upperBound ~= row.number {
      let cells = row.cells.filter { labels ~= $0.column && $0.label != nil }
      for cell in cells {
        if let label = cell.label { groups.enter(site.matches.book.texts[label]) }
      }
      let isHead = heads.contains {
        $0.rows ~= row.number
          && $0.bands.contains { $0.low > labels.upperBound && !isLine(row, before: $0) }
      }
      guard row.number >= rows.lowerBound, !isHead else { continue }
      let bands = head(above: row.number)
      lines.append(
        Line(
          texts: LineMatcher.Line(
            row: row.number, cells: cells, groups: groups, candidates: candidates(cells)),
          band: bands.first, competing: Array(bands.dropFirst())))
    }
    return lines
  }

  /// The bands right of the labels in the last head above `row`, the nearest first.
  private func head(above row: Int) -> [HeadBand] {
    for head in heads.reversed() where head.rows.upperBound < row {
      let bands = head.bands.filter {
        $0.low > labels.upperBound && $0.low <= reach && !isBesideNumbers($0)
      }
      if !bands.isEmpty { return bands }
    }
    return []
  }

  /// The labels that the cells of one line may stand for.
  private func candidates(
    _ cells: [GridView.Cell]
  ) -> [Int: (match: LabelMatch, cell: GridView.Cell)] {
    var found: [Int: (match: LabelMatch, cell: GridView.Cell)] = [:]
    for cell in cells {
      guard let label = cell.label else { continue }
      // A group's own name is no loose wording of a row in it
      let isGroup = group(cell) != nil
      for match in site.matches.rows[label]
      where match.score > found[match.label]?.match.score ?? 0 && (match.isExact || !isGroup) {
        found[match.label] = (match, cell)
      }
    }
    guard cells.count > 1, !found.values.contains(where: \.match.isExact), let last = cells.last,
      group(last) == nil
    else {
      return found
    }
    for count in 2...min(3, cells.count) {
      let joined = LabelText(cells.suffix(count).compactMap(\.text).joined())
      for match in site.matches.axes.rows.matches(joined)
      where match.score > found[match.label]?.match.score ?? 0 {
        found[match.label] = (match, last)
      }
    }
    return found
  }

  /// The group of the form's rows that `cell` names.
  func group(_ cell: GridView.Cell) -> [UInt16]? {
    cell.label.flatMap { site.matches.axes.groupNames[site.matches.book.texts[$0].core] }
  }
}
