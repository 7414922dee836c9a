/// The labels that a line may match by the texts of its label cells: one object for all lines with the same
/// texts.
final class LineCandidates {
  /// The matches by label, each with the index of its cell among the line's label cells.
  let entries: [Int: (match: LabelMatch, place: Int)]

  init(_ entries: [Int: (match: LabelMatch, place: Int)]) { self.entries = entries }
}

/// The candidates of the lines of one table, found once for each sequence of texts.
struct KnownCandidates {
  private var known: [[Int]: LineCandidates] = [:]
  private let none = LineCandidates([:])

  /// The candidates of a line with the label cells `cells`; `find` determines them if no earlier line had the
  /// same texts.
  mutating func callAsFunction(
    _ cells: ArraySlice<GridView.Cell>,
    find: (ArraySlice<GridView.Cell>) -> [Int: (match: LabelMatch, place: Int)]
  ) -> LineCandidates {
    guard !cells.isEmpty else { return none }
    let texts = cells.compactMap(\.label)
    if let candidates = known[texts] { return candidates }
    let entries = find(cells)
    let candidates = entries.isEmpty ? none : LineCandidates(entries)
    known[texts] = candidates
    return candidates
  }
}
