import ReportModel

/// Reports the numbers of a table's area that are in no field, line by line, and further lines in one issue.
struct UnusedLines {
  private let site: TableContext
  private var reported = 0
  private var rest: (first: GridView.Cell, lines: Int, count: Int)?

  /// The most lines that are reported one by one.
  private static let most = 200

  init(_ site: TableContext) { self.site = site }

  /// Reports a line of `count` numbers that begins with `first`; `issue` makes the issue from the name of
  /// `first`.
  mutating func tell(
    _ first: GridView.Cell, count: Int, _ table: inout TableCandidate,
    _ issue: (String) -> (LocatingIssue.Kind, [FindingCell])
  ) {
    guard reported >= Self.most else {
      reported += 1
      let (kind, cells) = issue(site.name(first))
      table.report(kind, cells)
      return
    }
    let before = rest ?? (first, 0, 0)
    rest = (before.first, before.lines + 1, before.count + count)
  }

  /// Reports the lines beyond the limit in one issue.
  func reportRest(_ table: inout TableCandidate) {
    guard let rest else { return }
    table.report(
      .unusedRest(lines: rest.lines, count: rest.count, first: site.name(rest.first)), [])
  }
}
