/// The edit distance of two words, to suggest the correct name for a mistyped one.
enum EditDistance {
  /// The nearest of `candidates`, or nil if none is near enough to be meant.
  static func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
    let ranked = candidates.map { (name: $0, distance: between(Array(word), Array($0))) }
    guard let best = ranked.min(by: { $0.distance < $1.distance }),
      best.distance <= max(1, best.name.count / 3) || best.name.hasPrefix(word)
    else { return nil }
    return best.name
  }

  /// The least number of characters inserted, removed or replaced that turns one word into the other.
  ///
  /// - Complexity: O(*n* · *m*).
  private static func between(_ left: [Character], _ right: [Character]) -> Int {
    var row = Array(0...right.count)
    for (i, character) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, other) in right.enumerated() {
        let replaced = diagonal + (character == other ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(replaced, diagonal + 1, row[j] + 1)
      }
    }
    return row[right.count]
  }
}
