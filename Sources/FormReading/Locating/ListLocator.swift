import Documents
import ReportModel

/// Locates a table that is a list: one field per line, with its labels before its value.
///
/// The table `proceedings` of the official form is a transposed list.
struct ListLocator {
  private let site: TableContext

  /// Makes a locator for the table of `site`.
  init(_ site: TableContext) { self.site = site }

  /// The areas that contain the table.
  func candidates() -> [TableCandidate] {
    let bodies = site.view.rows.compactMap { row -> RowSurvey.Body? in
      let columns = row.cells.compactMap { cell in
        cell.label.flatMap { site.matches.mayEndField($0) ? cell.column : nil }
      }
      guard !columns.isEmpty, !isHead(row, columns) else { return nil }
      return RowSurvey.Body(row: row.number, columns: columns)
    }
    guard bodies.count >= max(2, site.table.fields.count / 3) else { return [] }
    let names = ListNames(site)
    return zones(bodies).compactMap { zone in
      let isIn = { (body: RowSurvey.Body) in body.columns.contains { zone.labels ~= $0 } }
      guard let first = bodies.first(where: isIn)?.row, let last = bodies.last(where: isIn)?.row
      else { return nil }
      return ListReading(
        site: site, names: names, labels: zone.labels, inner: zone.inner, reach: zone.reach,
        rows: first...last
      )
      .candidate()
    }
  }

  /// The fewest field labels in a row without numbers that is the header of another table.
  private static let labelsOfHead = 4

  /// Whether a row is the header of a table that is not a list.
  private func isHead(_ row: GridView.Row, _ columns: [Int]) -> Bool {
    columns.count >= Self.labelsOfHead && !row.cells.contains(where: \.isNumber)
  }

  /// Whether the labels in `column` repeat those of an earlier column, as in a second list beside the first.
  private func repeats(
    _ column: Int, _ earlier: ClosedRange<Int>, _ bodies: [RowSurvey.Body]
  ) -> Bool {
    var count = 0
    for row in bodies.lazy.compactMap({ site.view.row($0.row) }) {
      guard let label = row.cell(column)?.label, site.matches.mayEndField(label),
        row.cells(in: earlier).contains(where: { $0.label == label })
      else { continue }
      count += 1
      if count == 2 { return true }
    }
    return false
  }

  private struct Zone {
    var labels: ClosedRange<Int>
    var inner: ClosedRange<Int> = 1...1
    var reach: Int
  }

  /// The label columns that belong together: no column of numbers is between them.
  private func zones(_ bodies: [RowSurvey.Body]) -> [Zone] {
    let rows = Set(bodies.map(\.row))
    let all = numbers(among: rows)
    let labels = labelColumns(bodies, all)
    var numbers: [Int: Int] = [:]
    for row in site.view.rows where rows.contains(row.number) {
      for cell in row.cells where cell.isNumber { numbers[cell.column, default: 0] += 1 }
    }
    let values = numbers.filter { 3 * $0.value >= bodies.count }.keys.sorted()
    var zones: [Zone] = []
    for column in labels {
      if let last = zones.last, column - last.labels.upperBound <= RowSurvey.labelGap,
        !repeats(column, last.labels, bodies),
        !values.hasElement(in: (last.labels.upperBound + 1)...column)
      {
        zones[zones.count - 1].labels = last.labels.lowerBound...column
      } else {
        if !zones.isEmpty { zones[zones.count - 1].reach = column - 1 }
        if zones.count == RowSurvey.mostZones { break }
        zones.append(Zone(labels: column...column, reach: Int.max))
      }
    }
    let others = columnsOfOthers(all)
    return zones.map { zone in
      let previous = others.last(before: zone.labels.lowerBound) ?? 0
      return Zone(
        labels: max(
          min(previous + 1, zone.labels.lowerBound), zone.labels.lowerBound - 4)...zone.labels
          .upperBound, inner: zone.labels, reach: zone.reach)
    }
  }

  /// The columns with `numbers` that do not count the lines: labels before them are another table's.
  private func columnsOfOthers(_ numbers: [Int: [Number]]) -> [Int] {
    numbers.filter { _, numbers in
      numbers.count >= 2
        && !zip(numbers, numbers.dropFirst()).allSatisfy { $1.value == $0.value + 1 }
    }.keys.sorted()
  }

  /// The columns of labels, without those that contain more `numbers` than labels from their first label on:
  /// they are another table's header or row.
  private func labelColumns(_ bodies: [RowSurvey.Body], _ numbers: [Int: [Number]]) -> [Int] {
    var labels: [Int: (first: Int, count: Int)] = [:]
    for body in bodies {
      for column in body.columns {
        let before = labels[column] ?? (body.row, 0)
        labels[column] = (before.first, before.count + 1)
      }
    }
    return RowSurvey.labelColumns(bodies).filter { column in
      guard let own = labels[column] else { return false }
      return numbers[column, default: []].count { $0.row > own.first } <= own.count
    }
  }

  /// A number of the grid, and its row.
  private typealias Number = (row: Int, value: Int)

  /// The numbers from the first to the last of `rows`, by column.
  private func numbers(among rows: Set<Int>) -> [Int: [Number]] {
    guard let first = rows.min(), let last = rows.max() else { return [:] }
    var numbers: [Int: [Number]] = [:]
    for row in site.view.rows(in: first...last) {
      for cell in row.cells where cell.isNumber {
        numbers[cell.column, default: []].append(
          (row.number, site.whole(cell) ?? 0))
      }
    }
    return numbers
  }
}
