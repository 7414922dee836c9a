/// Matches the lines of a table to the form's labels.
struct LineMatcher {
  /// A line of the grid: a row with the texts before its values.
  struct Line {
    /// The row.
    let row: Int
    /// The label cells that start in the row.
    let cells: ArraySlice<GridView.Cell>
    /// The groups that contain it.
    let groups: GroupStack
    /// The labels that its cells may match.
    let candidates: LineCandidates

    /// The match with the form's label at index `label`, with the cell.
    func candidate(_ label: Int) -> (match: LabelMatch, cell: GridView.Cell)? {
      candidates.entry(label).map { ($0.match, cells[cells.startIndex + $0.place]) }
    }
  }

  /// The form's labels.
  let labels: LineLabels
  /// The lines.
  let lines: [Line]
  /// The groups that the lines are in.
  private let seen: Set<Int>
  private let isPart: Bool

  /// Makes a matcher of lines to labels.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - labels: The form's labels.
  ///   - elsewhere: If the lines are only a part of a table, the groups that were seen beside them.
  init(_ lines: [Line], labels: LineLabels, elsewhere: Set<Int>? = nil) {
    self.lines = lines
    self.labels = labels
    var (seen, last): (Set<Int>, [Int]) = (elsewhere ?? [], [])
    for line in lines where line.groups.path != last {
      last = line.groups.path
      seen.formUnion(last)
    }
    self.seen = seen
    isPart = elsewhere != nil
  }

  /// The matches, by label.
  func matches() -> [LineMatch] {
    let scored = scored()
    let count = labels.labels.count
    let alignment = Alignment(scored.map(\.scores), labels: count)
    var pairs = [Alignment.Pair?](repeating: nil, count: count)
    for pair in alignment.pairs { pairs[pair.label] = pair }
    var exact = [[Int]](repeating: [], count: count)
    for (index, line) in scored.enumerated() {
      for label in line.exact { exact[label].append(index) }
    }
    return (0..<count).compactMap { match($0, pair: pairs[$0], exact: exact[$0]) }
  }

  /// The scores of a line, and the labels that it equals, in their own group if the label alone is ambiguous.
  private struct Scored {
    let scores: Alignment.Scores
    let exact: [Int]
  }

  /// The key of a score: lines with the same candidates in the same groups have the same scores.
  private struct Key: Hashable {
    let candidates: ObjectIdentifier
    let path: [Int]
  }

  private func scored() -> [Scored] {
    let none = Scored(scores: Alignment.Scores([]), exact: [])
    var known: [Key: Scored] = [:]
    return lines.map { line in
      guard !line.candidates.entries.isEmpty else { return none }
      let key = Key(candidates: ObjectIdentifier(line.candidates), path: line.groups.path)
      if let scored = known[key] { return scored }
      let scored = scored(line)
      known[key] = scored
      return scored
    }
  }

  private func scored(_ line: Line) -> Scored {
    var scores: [(label: Int, score: Double)] = []
    var exact: [Int] = []
    for match in line.candidates.entries.lazy.map(\.match) {
      let agreement = line.groups.agreement(with: labels.groups[match.label], seen: seen)
      let change: Double =
        switch agreement {
        case .same: MatchScore.sameGroup
        case .possible: 0
        case .conflict: -MatchScore.otherGroup
        }
      let score = match.score + change
      if score >= MatchScore.threshold - MatchScore.groupSlack {
        scores.append((match.label, score))
      }
      let isJoined = match.score == MatchScore.joined
      if match.isExact, !labels.isShared[match.label] || isJoined || agreement == .same {
        exact.append(match.label)
      }
    }
    return Scored(scores: Alignment.Scores(scores), exact: exact)
  }

  private func match(_ label: Int, pair: Alignment.Pair?, exact: [Int]) -> LineMatch? {
    if let pair {
      let others = exact.filter { $0 != pair.line }
      if pair.isCertain, others.isEmpty { return found(label, pair.line, .certain) }
      if others.isEmpty, exact.count == 1 { return found(label, pair.line, .displaced) }
      if exact.count == 1, let only = exact.first { return found(label, only, .displaced) }
      return found(label, pair.line, .ambiguous, rivals: others.isEmpty ? rivals(pair) : others)
    }
    guard let first = exact.first else { return nil }
    if exact.count == 1 { return found(label, first, .displaced) }
    return found(label, first, .ambiguous, rivals: Array(exact.dropFirst()))
  }

  /// The lines that may match the label of an uncertain pair as well.
  private func rivals(_ pair: Alignment.Pair) -> [Int] {
    lines.indices.filter { index in
      guard index != pair.line, let other = lines[index].candidates.entry(pair.label) else {
        return false
      }
      return other.match.score >= pair.score - MatchScore.competing
    }
  }

  private func found(
    _ label: Int, _ line: Int, _ certainty: LineMatch.Certainty, rivals: [Int] = []
  ) -> LineMatch? {
    guard let candidate = lines[line].candidate(label) else { return nil }
    var certainty = certainty
    let groups = lines[line].groups
    let agreement = groups.agreement(with: labels.groups[label], seen: seen)
    if certainty == .certain, agreement == .conflict {
      certainty = .otherGroup(groups.name)
    }
    let isUnique =
      !labels.isShared[label] || candidate.match.score == MatchScore.joined || agreement == .same
      || isPart && groups.isInnermost(of: labels.groups[label])
    return LineMatch(
      label: label, line: line, cell: candidate.cell, score: candidate.match.score,
      isExact: candidate.match.isExact && isUnique, certainty: certainty, rivals: rivals)
  }
}
