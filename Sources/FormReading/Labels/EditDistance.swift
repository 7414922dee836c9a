/// The edit distance of two texts.
enum EditDistance {
  /// The fewest insertions, deletions and replacements that turn `right` into `left`; nil if there are more
  /// than `bound`.
  ///
  /// - Complexity: O(*n* · *m*) in the texts' lengths.
  static func between(_ left: [UInt16], _ right: [UInt16], atMost bound: Int) -> Int? {
    guard abs(left.count - right.count) <= bound, mayDiffer(left, right, by: bound) else {
      return nil
    }
    var row = Array(0...right.count)
    for (i, unit) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      var least = row[0]
      for j in right.indices {
        let replaced = diagonal + (unit == right[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, min(row[j], diagonal) + 1)
        least = min(least, row[j + 1])
      }
      if least > bound { return nil }
    }
    return row[right.count] <= bound ? row[right.count] : nil
  }

  /// Whether the sets of characters differ so little that the distance may be at most `bound`.
  private static func mayDiffer(_ left: [UInt16], _ right: [UInt16], by bound: Int) -> Bool {
    let (left, right) = (FormLabel.characters(of: left), FormLabel.characters(of: right))
    return max((left & ~right).nonzeroBitCount, (right & ~left).nonzeroBitCount) <= bound
  }
}
