extension MatrixBody {
  /// How many rows of numbers between a head and the first line show that the head is another table's.
  private static let foreignRows = 3

  /// Whether all heads tell few of the table's columns, and one of them has rows of numbers of its own
  /// below: that is another table's, which has a total as well.
  func isUnderForeignHead(_ lines: [Line], _ matches: [LineMatch]) -> Bool {
    let needed = matches.map { site.fields(row: $0.label).count }.max() ?? 0
    let rows = matches.compactMap { match in
      lines[match.line].band.map { (band: $0, row: lines[match.line].texts.row) }
    }
    guard rows.allSatisfy({ 2 * $0.band.all.count < needed }) else { return false }
    let firsts = Dictionary(rows.map { ($0.band.rows, $0) }) { $0.row < $1.row ? $0 : $1 }
    return firsts.values.contains { isForeign($0.band, above: $0.row) }
  }

  /// Whether rows of numbers are between a head and the first line that is matched below it.
  private func isForeign(_ band: HeadBand, above first: Int) -> Bool {
    guard band.rows.upperBound < first else { return false }
    let foreign = site.view.rows(in: (band.rows.upperBound + 1)...first).lazy.filter { row in
      row.number < first && band.all.contains { row.cell($0.column)?.isNumber ?? false }
    }
    return foreign.prefix(Self.foreignRows).count == Self.foreignRows
  }

  /// Whether numbers stand in the head's rows between the labels and the band, so that the head is that of
  /// a table further to the right.
  func isBesideNumbers(_ band: HeadBand) -> Bool {
    site.view.rows(in: band.rows).contains { isLine($0, before: band) }
  }

  /// Whether `row` has numbers from the labels on to where the band begins.
  func isLine(_ row: GridView.Row, before band: HeadBand) -> Bool {
    guard inner < band.low else { return false }
    return row.cells(in: inner...(band.low - 1)).lazy.filter(\.isNumber).prefix(2).count == 2
  }
}
