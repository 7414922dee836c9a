extension MatrixBody {
  /// How many rows of numbers between a head and the first line show that the head is another table's.
  private static let foreignRows = 3

  /// Whether the only head is one that tells few of the table's columns and has rows of numbers of its
  /// own below: that of another table, which has a total as well.
  func isUnderForeignHead(_ lines: [Line], _ matches: [LineMatch]) -> Bool {
    let needed = matches.map { site.fields(row: $0.label).count }.max() ?? 0
    let bands = matches.compactMap { lines[$0.line].band }
    guard let band = bands.first, bands.allSatisfy({ $0.rows == band.rows }),
      2 * band.all.count < needed,
      let first = matches.filter({ lines[$0.line].band != nil }).map({ lines[$0.line].texts.row })
        .min()
    else { return false }
    let columns = Set(band.all.map(\.column))
    let foreign = site.view.rows.lazy.filter { row in
      band.rows.upperBound < row.number && row.number < first
        && row.cells.contains { columns.contains($0.column) && $0.isNumber }
    }
    return foreign.prefix(Self.foreignRows).count == Self.foreignRows
  }

  /// Whether numbers stand in the head's rows between the labels and the band, so that the head is that of
  /// a table further to the right.
  func isBesideNumbers(_ band: HeadBand) -> Bool {
    band.rows.contains { number in
      site.view.row(number).map { isLine($0, before: band) } ?? false
    }
  }

  /// Whether `row` has numbers from the labels on to where the band begins.
  func isLine(_ row: GridView.Row, before band: HeadBand) -> Bool {
    row.cells.count { inner..<max(inner, band.low) ~= $0.column && $0.isNumber } >= 2
  }
}
