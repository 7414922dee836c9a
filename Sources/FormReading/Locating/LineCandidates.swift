/// The labels that a line may match by the texts of its label cells: one object for all lines with the same
/// texts.
final class LineCandidates: Sendable {
  /// A label that the line may match.
  struct Entry {
    /// The match.
    var match: LabelMatch
    /// The index of its cell among the line's label cells.
    var place: Int
  }

  /// The labels, in the form's order, each once.
  let entries: [Entry]

  init(_ entries: [Entry]) { self.entries = entries }

  /// The entry of the form's label at index `label`.
  ///
  /// - Complexity: O(log *n*).
  func entry(_ label: Int) -> Entry? {
    let index = entries.partitioningIndex(where: { $0.match.label >= label })
    return index < entries.endIndex && entries[index].match.label == label ? entries[index] : nil
  }
}

extension [LineCandidates.Entry] {
  /// Adds `match` with the cell at `place`, unless the label has an entry with as high a score.
  mutating func offer(_ match: LabelMatch, at place: Int) {
    let entry = LineCandidates.Entry(match: match, place: place)
    let index =
      (last?.match.label ?? -1) < match.label
      ? endIndex : partitioningIndex(where: { $0.match.label >= match.label })
    if index == endIndex || self[index].match.label != match.label {
      insert(entry, at: index)
    } else if match.score > self[index].match.score {
      self[index] = entry
    }
  }
}

/// The candidates of the lines of one table, found once for each sequence of texts.
struct KnownCandidates {
  private var known: [[Int]: LineCandidates] = [:]
  private let none = LineCandidates([])

  /// The candidates of a line with the label cells `cells`; `find` determines them if no earlier line had the
  /// same texts.
  mutating func callAsFunction(
    _ cells: ArraySlice<GridView.Cell>,
    find: (ArraySlice<GridView.Cell>) -> [LineCandidates.Entry]
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
