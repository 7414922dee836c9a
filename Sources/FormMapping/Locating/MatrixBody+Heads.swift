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
