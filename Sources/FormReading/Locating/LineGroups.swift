/// The groups of a table's lines, each with a number.
final class LineGroups: Sendable {
  /// The groups' labels, by number.
  let names: [[UInt16]]
  /// The groups that enclose each group, from the outermost.
  let parents: [[Int]]
  private let ids: [[UInt16]: Int]

  /// Numbers the groups that `parents` has, each with the labels of the groups that enclose it.
  init(_ parents: [[UInt16]: [[UInt16]]]) {
    let names = Array(parents.keys)
    let ids = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    self.names = names
    self.ids = ids
    self.parents = names.map { name in parents[name, default: []].compactMap { ids[$0] } }
  }

  /// The number of the group that is named `core`.
  func id(_ core: [UInt16]) -> Int? { ids[core] }
}

/// The labels of a table's lines, with their groups.
struct LineLabels: Sendable {
  /// The labels, in the form's order.
  let labels: [FormLabel]
  /// The groups of each label, from the outermost.
  let groups: [[Int]]
  /// Whether each label's text occurs several times in the form, so that only the groups distinguish the
  /// labels.
  let isShared: [Bool]

  /// Finds the groups of `labels` among `known`.
  init(_ labels: [FormLabel], _ known: LineGroups) {
    self.labels = labels
    groups = labels.map { $0.groups.compactMap { known.id($0.core) } }
    var counts: [[UInt16]: Int] = [:]
    for label in labels { counts[label.owns[0].core, default: 0] += 1 }
    isShared = labels.map { counts[$0.owns[0].core, default: 0] > 1 }
  }
}
