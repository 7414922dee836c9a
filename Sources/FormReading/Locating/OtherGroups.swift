/// The groups of a table that texts of a document resemble although they say something else.
struct OtherGroups {
  private let matches: AxisMatches
  private let labels: LabelMatcher
  private var known: [Int: [UInt16]?] = [:]

  /// Makes the search for groups named as in `labels`.
  init(_ matches: AxisMatches, _ labels: LabelMatcher) {
    self.matches = matches
    self.labels = labels
  }

  /// The group that the text with number `id` in the book resembles, and says something else than.
  ///
  /// - Complexity: O(*n*) in the groups for each text that comes first.
  mutating func group(resembledBy id: Int) -> [UInt16]? {
    if let group = known[id] { return group }
    let index = labels.contradicted(by: matches.book.texts[id])
    let group = index.map { labels.labels[$0].owns[0].core }
    known[id] = .some(group)
    return group
  }
}
