/// Locates a table with rows below each other under headers, any number of times.
struct MatrixLocator {
  private let site: TableContext
  private let survey: RowSurvey
  private let bands: [[HeaderBlock]]

  /// Makes a locator for the table of `site`.
  init(_ site: TableContext) {
    self.site = site
    survey = RowSurvey(site.view, site.matches)
    bands =
      survey.bodies.isEmpty
      ? [] : survey.heads.map { HeaderFinder(site.view, site.matches, rows: $0).bands() }
  }

  /// The areas that contain the table or parts of it.
  func candidates() -> [TableCandidate] {
    guard !survey.bodies.isEmpty, bands.contains(where: { !$0.isEmpty }) else { return [] }
    return zones().compactMap { zone in
      let isIn = { (body: RowSurvey.Body) in body.columns.contains { zone.labels ~= $0 } }
      guard let first = survey.bodies.first(where: isIn)?.row,
        let last = survey.bodies.last(where: isIn)?.row
      else { return nil }
      let body = MatrixBody(
        site: site, labels: zone.labels, inner: zone.inner, reach: zone.reach, rows: first...last,
        heads: Array(zip(survey.heads, bands)))
      return body.candidate()
    }
  }

  /// The columns of labels, with the last column that their values may be in.
  private struct Zone {
    let labels: ClosedRange<Int>
    let inner: Int
    let reach: Int
  }

  /// The label columns that belong together: no column of values is between them.
  private func zones() -> [Zone] {
    let labels = RowSurvey.labelColumns(survey.bodies)
    let values = Set(bands.joined().flatMap { $0.all.map(\.column) }).sorted()
    var all: [ClosedRange<Int>] = []
    for column in labels {
      if let last = all.last, column - last.upperBound <= RowSurvey.labelGap,
        !values.hasElement(in: (last.upperBound + 1)...column)
      {
        all[all.count - 1] = last.lowerBound...column
      } else {
        all.append(column...column)
      }
    }
    let chance =
      all.contains { values.hasElement(in: $0.lowerBound...$0.lowerBound) }
      ? LabelsByChance(site.view, survey.bodies) : nil
    let labelled = all.indices.lazy.filter { index in
      guard values.first(after: all[index].upperBound) != nil else { return false }
      let isInValues = values.hasElement(in: all[index].lowerBound...all[index].lowerBound)
      return !(isInValues && chance?.holds(all[index...]) ?? false)
    }
    let groups = labelled.prefix(RowSurvey.mostZones).map { all[$0] }
    return groups.enumerated().map { index, group in
      let previous = values.last(before: group.lowerBound) ?? 0
      let first = values.first(after: group.upperBound) ?? group.upperBound + 1
      let next = index + 1 < groups.count ? groups[index + 1].lowerBound - 1 : Int.max
      let low = max(min(previous + 1, group.lowerBound), group.lowerBound - 4)
      return Zone(
        labels: low...max(group.upperBound, first - 1), inner: group.lowerBound, reach: next)
    }
  }
}
