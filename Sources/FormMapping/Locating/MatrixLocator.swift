/// Finds a table whose rows stand below each other under heads, any number of times.
struct MatrixLocator {
  private let site: TableSite
  private let survey: RowSurvey
  private let bands: [[HeadBand]]

  /// Makes a locator for the table of `site`.
  init(_ site: TableSite) {
    self.site = site
    survey = RowSurvey(site.view, site.matches)
    bands = survey.heads.map { HeadFinder(site.view, site.matches, rows: $0).bands() }
  }

  /// The places that hold the table or parts of it.
  func candidates() -> [TableCandidate] {
    guard !survey.bodies.isEmpty, bands.contains(where: { !$0.isEmpty }) else { return [] }
    return zones().compactMap { zone in
      let lines = survey.bodies.filter { $0.columns.contains { zone.labels ~= $0 } }
      guard let first = lines.first?.row, let last = lines.last?.row else { return nil }
      let body = MatrixBody(
        site: site, labels: zone.labels, inner: zone.inner, reach: zone.reach, rows: first...last,
        heads: Array(zip(survey.heads, bands)))
      return body.candidate()
    }
  }

  /// The columns of labels with the columns up to which their values may reach.
  private struct Zone {
    let labels: ClosedRange<Int>
    let inner: Int
    let reach: Int
  }

  /// Columns of labels belong together where no column of values lies between them.
  private func zones() -> [Zone] {
    let labels = RowSurvey.labelColumns(survey.bodies)
    let values = Set(bands.joined().flatMap { $0.all.map(\.column) }).sorted()
    var groups: [ClosedRange<Int>] = []
    for column in labels {
      if let last = groups.last, column - last.upperBound <= RowSurvey.labelGap,
        !values.contains(where: { last.upperBound < $0 && $0 <= column })
      {
        groups[groups.count - 1] = last.lowerBound...column
      } else {
        groups.append(column...column)
      }
    }
    let all = groups
    groups.removeAll { group in
      !values.contains { $0 > group.upperBound }
        || values.contains(group.lowerBound) && isByChance(group, among: all)
    }
    return groups.enumerated().map { index, group in
      let previous = values.last { $0 < group.lowerBound } ?? 0
      let first = values.first { $0 > group.upperBound } ?? group.upperBound + 1
      let next = index + 1 < groups.count ? groups[index + 1].lowerBound - 1 : Int.max
      let low = max(min(previous + 1, group.lowerBound), group.lowerBound - 4)
      return Zone(
        labels: low...max(group.upperBound, first - 1), inner: group.lowerBound, reach: next)
    }
  }
  /// Whether columns that begin with one of values hold few labels of lines among many numbers, with those
  /// that follow, so that no table begins there.
  private func isByChance(_ group: ClosedRange<Int>, among groups: [ClosedRange<Int>]) -> Bool {
    let labels = groups.reduce(group) { range, next in
      next.lowerBound == range.upperBound + 1 ? range.lowerBound...next.upperBound : range
    }
    let lines = survey.bodies.count { $0.columns.contains { labels ~= $0 } }
    let rows = Set(survey.bodies.map(\.row))
    let numbers = site.view.rows.count { row in
      rows.contains(row.number)
        && row.cells.contains { $0.column == labels.lowerBound && $0.isNumber }
    }
    return Self.chanceShare * lines < numbers
  }

  /// How many times as many numbers as labels of lines a column of values has at least.
  private static let chanceShare = 4
}
