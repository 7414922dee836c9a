extension MatrixBody {
  /// The matches, without competing matches below the table that have hardly a number under its headers: they
  /// are lines of another table that has a total as well.
  func withoutOthersLines(_ matches: [LineMatch], _ lines: [Line]) -> [LineMatch] {
    let end = matches.lazy.filter { $0.certainty == .certain }.map(\.line).max() ?? lines.count
    return matches.map { match in
      guard match.certainty == .ambiguous, match.line < end, !match.rivals.isEmpty,
        numbers(lines[match.line], lines[match.line].band) >= 2,
        match.rivals.allSatisfy({ $0 > end && numbers(lines[$0], lines[match.line].band) <= 1 })
      else { return match }
      var match = match
      match.certainty = .certain
      match.rivals = []
      return match
    }
  }

  /// How many numbers a line has in the columns of a header block.
  private func numbers(_ line: Line, _ band: HeaderBlock?) -> Int {
    guard let band, let row = site.view.row(line.texts.row) else { return 0 }
    return band.all.count { row.cell($0.column)?.isNumber ?? false }
  }
}
