import ReportModel

/// The rows of a form's table, or the lines of a list, that a place lacks.
///
/// Their issues are many, and are made only for the places that a table is read from.
struct MissingRows {
  /// How many issues of the place come before theirs.
  let start: Int
  /// The form's rows, or the fields of a list, by their indices.
  let indices: [Int]
  /// The rows of the grid in which another label may stand in their place.
  let rows: ClosedRange<Int>
  /// The columns in which it may.
  let columns: ClosedRange<Int>
}

extension TableSite {
  /// All that is to be said about how `place` was found in this grid.
  func issues(of place: TableCandidate) -> [LocatingIssue] {
    guard let missing = place.missingRows else { return place.issues }
    return place.issues[..<missing.start] + issues(of: missing, in: place)
      + place.issues[missing.start...]
  }

  private func issues(of missing: MissingRows, in place: TableCandidate) -> [LocatingIssue] {
    let isList = place.layout.isList
    let matcher = isList ? matches.axes.list : matches.axes.rows
    let labels = isList ? matcher.labels.map(\.text) : table.rows.map(\.label)
    let absent = Set(missing.indices)
    return missing.indices.compactMap { index in
      let fields = isList ? [matches.axes.fields[index]] : fields(row: index)
      let rest = fields.filter { !place.isFound($0) }
      guard !rest.isEmpty else { return nil }
      let before = (0..<index).last { !absent.contains($0) }
      let after = (index..<labels.count).first { !absent.contains($0) }
      return LocatingIssue(
        kind: .missingRow(
          labels[index], after: before.map { labels[$0] }, before: after.map { labels[$0] },
          other: otherLabel(matcher, index, rows: missing.rows, columns: missing.columns)),
        cells: rest.map(findingCell))
    }
  }
}
