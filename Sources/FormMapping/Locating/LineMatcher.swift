/// Matches the lines of a table to the form's labels.
struct LineMatcher {
  /// A line of the grid: a row with the texts in front of its values.
  struct Line {
    /// The row.
    let row: Int
    /// The label cells that start in the row.
    let cells: [GridView.Cell]
    /// The groups that it stands in.
    let groups: GroupStack
    /// What its cells may stand for, with the cell.
    let candidates: [Int: (match: LabelMatch, cell: GridView.Cell)]
  }

  /// The form's labels.
  let labels: [FormLabel]
  /// The lines.
  let lines: [Line]

  /// The labels that several labels of the form share, so that their groups must tell them apart.
  private let isShared: [Bool]
  private let seen: Set<[UInt16]>
  private let isPart: Bool

  /// Makes a matcher of lines to labels.
  ///
  /// - Parameters:
  ///   - lines: The lines.
  ///   - labels: The form's labels.
  ///   - elsewhere: Where the lines are only a part of a table, the groups that were seen beside them.
  init(_ lines: [Line], labels: [FormLabel], elsewhere: Set<[UInt16]>? = nil) {
    self.lines = lines
    self.labels = labels
    var counts: [[UInt16]: Int] = [:]
    for label in labels { counts[label.owns[0].core, default: 0] += 1 }
    seen = lines.reduce(into: elsewhere ?? []) { $0.formUnion($1.groups.path) }
    isPart = elsewhere != nil
    isShared = labels.map { counts[$0.owns[0].core, default: 0] > 1 }
  }

  /// The matches, by label.
  func matches() -> [LineMatch] {
    let alignment = Alignment(lines.map(scores), labels: labels.count)
    var byLabel: [Int: Alignment.Pair] = [:]
    for pair in alignment.pairs { byLabel[pair.label] = pair }
    let exact = exactLines()
    return labels.indices.compactMap { label in
      match(label, pair: byLabel[label], exact: exact[label] ?? [])
    }
  }

  private func scores(_ line: Line) -> Alignment.Scores {
    var scores: Alignment.Scores = [:]
    for (label, candidate) in line.candidates {
      let change: Double =
        switch line.groups.agreement(with: labels[label].groups, seen: seen) {
        case .same: 0.05
        case .possible: 0
        case .conflict: -0.2
        }
      let score = candidate.match.score + change
      if score >= LabelMatch.threshold - 0.1 { scores[label] = score }
    }
    return scores
  }

  /// The lines that have each label exactly, in their own group where the label alone does not tell.
  private func exactLines() -> [Int: [Int]] {
    var exact: [Int: [Int]] = [:]
    for (index, line) in lines.enumerated() {
      for (label, candidate) in line.candidates where candidate.match.isExact {
        let isJoined = candidate.match.score == LabelMatch.joined
        if isShared[label], !isJoined,
          line.groups.agreement(with: labels[label].groups, seen: seen) != .same
        {
          continue
        }
        exact[label, default: []].append(index)
      }
    }
    return exact
  }

  private func match(_ label: Int, pair: Alignment.Pair?, exact: [Int]) -> LineMatch? {
    let others = exact.filter { $0 != pair?.line }
    if let pair {
      if pair.isCertain, others.isEmpty { return found(label, pair.line, .certain) }
      if others.isEmpty, exact.count == 1 { return found(label, pair.line, .displaced) }
      if exact.count == 1, let only = exact.first { return found(label, only, .displaced) }
      return found(label, pair.line, .ambiguous, rivals: others.isEmpty ? rivals(pair) : others)
    }
    guard let first = exact.first else { return nil }
    if exact.count == 1 { return found(label, first, .displaced) }
    return found(label, first, .ambiguous, rivals: Array(exact.dropFirst()))
  }

  /// The lines that could stand for the label of an uncertain pair as well.
  private func rivals(_ pair: Alignment.Pair) -> [Int] {
    lines.indices.filter { index in
      guard index != pair.line, let other = lines[index].candidates[pair.label] else {
        return false
      }
      return other.match.score >= pair.score - 0.2
    }
  }

  private func found(
    _ label: Int, _ line: Int, _ certainty: LineMatch.Certainty, rivals: [Int] = []
  ) -> LineMatch? {
    guard let candidate = lines[line].candidates[label] else { return nil }
    var certainty = certainty
    let groups = lines[line].groups
    if certainty == .certain, groups.agreement(with: labels[label].groups, seen: seen) == .conflict
    {
      certainty = .otherGroup(String(decoding: groups.path.last ?? [], as: UTF16.self))
    }
    let isTold =
      !isShared[label] || candidate.match.score == LabelMatch.joined
      || groups.agreement(with: labels[label].groups, seen: seen) == .same
      || isPart && groups.isInnermost(of: labels[label].groups)
    return LineMatch(
      label: label, line: line, cell: candidate.cell, score: candidate.match.score,
      isExact: candidate.match.isExact && isTold, certainty: certainty, rivals: rivals)
  }
}
