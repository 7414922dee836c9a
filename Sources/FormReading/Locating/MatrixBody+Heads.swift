extension MatrixBody {
  /// The fewest rows of numbers between a header block and the first line that make it another table's.
  private static let foreignRows = 3

  /// Whether all header blocks name few of the table's columns, and one has rows of numbers of its own below
  /// it: it is another table's, which has a total as well.
  func isUnderForeignHead(_ lines: [Line], _ matches: [LineMatch]) -> Bool {
    let needed = matches.map { site.fields(row: $0.label).count }.max() ?? 0
    let rows = matches.compactMap { match in
      lines[match.line].band.map { (band: $0, row: lines[match.line].texts.row) }
    }
    guard rows.allSatisfy({ 2 * $0.band.all.count < needed }) else { return false }
    let firsts = Dictionary(rows.map { ($0.band.rows, $0) }) { $0.row < $1.row ? $0 : $1 }
    return firsts.values.contains { isForeign($0.band, above: $0.row) }
  }

  /// Whether rows of numbers are between a header block and the first line that is matched below it.
  private func isForeign(_ band: HeaderBlock, above first: Int) -> Bool {
    guard band.rows.upperBound < first else { return false }
    let foreign = site.view.rows(in: (band.rows.upperBound + 1)...first).lazy.filter { row in
      row.number < first && band.all.contains { row.cell($0.column)?.isNumber ?? false }
    }
    return foreign.prefix(Self.foreignRows).count == Self.foreignRows
  }

  /// Whether numbers are in the rows of a header block, between the labels and the block, so that it belongs
  /// to a table further right.
  func isBesideNumbers(_ band: HeaderBlock) -> Bool {
    site.view.rows(in: band.rows).contains { isLine($0, before: band) }
  }

  /// Whether `row` has at least two numbers between the labels and the header block.
  func isLine(_ row: GridView.Row, before band: HeaderBlock) -> Bool {
    guard inner < band.low else { return false }
    return row.cells(in: inner...(band.low - 1)).lazy.filter(\.isNumber).prefix(2).count == 2
  }
}
