import ReportModel

/// The rows of a form's table, or the fields of a list, that an area lacks.
///
/// Their issues are many, and are made only for the areas that a table is read from.
struct MissingRows {
  /// The number of the area's issues before theirs.
  let start: Int
  /// The indices of the form's rows, or of the fields of a list.
  let indices: [Int]
  /// The rows of the grid in which another label may be in their place.
  let rows: ClosedRange<Int>
  /// The columns of the grid in which it may be.
  let columns: ClosedRange<Int>
}

extension TableContext {
  /// All issues of locating `place` in this grid.
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
