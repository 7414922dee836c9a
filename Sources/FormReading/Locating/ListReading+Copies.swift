import ReportModel

extension ListReading {
  /// Reports a part of a table in a grid that has the labels of its lines more often than the form does.
  ///
  /// The parts of two years cannot be distinguished. Returns false if the labels are not more frequent.
  func reportCopies(_ matches: [LineMatch], _ table: inout TableCandidate) -> Bool {
    guard matches.count < site.table.fields.count else { return false }
    let columns = Set(matches.map { site.matches.axes.fields[$0.label].column })
    let counts = names.columns
    let copied = columns.filter { counts[$0, default: []].count > fieldCount(column: $0) }
    guard 2 * copied.count > columns.count,
      let first = site.table.columns.first(where: { copied.contains($0.id) })
    else { return false }
    table.doubtful.formUnion(matches.map { site.matches.axes.fields[$0.label] })
    let cells = counts[first.id, default: []]
    table.report(
      .duplicateTable(site.table.label, places: site.places(cells)),
      site.cells(cells, site.table.fields))
    return true
  }

  private func fieldCount(column: String) -> Int {
    site.table.fields.count { $0.column == column }
  }
}
