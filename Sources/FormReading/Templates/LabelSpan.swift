/// A label over a run of rows or columns, as in merged headers.
struct LabelSpan: Hashable {
  /// The index of its first row or column.
  var first: Int
  /// The number of its rows or columns.
  var count: Int
  /// Its level, from 0 for the outermost.
  var level: Int
  /// The number of levels that it fills.
  var levels: Int
  /// The label.
  var text: String
  /// Whether it is the own label of a single row or column, not a group's.
  var isLeaf: Bool

  /// The spans of label `paths`, one path for each row or column, outermost label first.
  ///
  /// Neighbours in the same group share its label; an own label fills the remaining levels, so that all paths
  /// reach the values.
  static func spans(of paths: [[String]]) -> [LabelSpan] {
    let depth = paths.map(\.count).max() ?? 0
    var spans: [LabelSpan] = []
    for level in 0..<depth {
      for (place, path) in paths.enumerated() where path.count > level {
        let isLeaf = path.count == level + 1
        if !isLeaf, place > 0, sharesGroup(paths[place - 1], path, level),
          let index = spans.lastIndex(where: { $0.level == level && !$0.isLeaf })
        {
          spans[index].count += 1
          continue
        }
        spans.append(
          LabelSpan(
            first: place, count: 1, level: level, levels: isLeaf ? depth - level : 1,
            text: path[level], isLeaf: isLeaf))
      }
    }
    return spans
  }

  private static func sharesGroup(_ before: [String], _ path: [String], _ level: Int) -> Bool {
    before.count > level + 1 && before.prefix(level + 1) == path.prefix(level + 1)
  }
}
