/// The best way to match lines of a grid to labels of a form, both in their order.
///
/// A dynamic programme over all pairs: the sum of the scores of matched pairs is greatest, where a line
/// that resembles a label but is passed over between two matched ones costs a little, so that what stands
/// together is matched together. For each matched pair it is known how much worse the best alignment
/// without that pair is; where that is next to nothing, the match is not certain.
struct Alignment {
  /// A line matched to a label.
  struct Pair: Hashable {
    /// The index of the line.
    let line: Int
    /// The index of the label.
    let label: Int
    /// The score of the pair.
    let score: Double
    /// Whether no alignment without the pair is as good.
    let isCertain: Bool
  }

  /// The scores of the labels that a line may stand for.
  typealias Scores = [Int: Double]

  /// The matched pairs, by line.
  let pairs: [Pair]
  /// The sum of the scores, less the costs.
  let total: Double

  /// How much better an alignment must be than any without the pair.
  static let margin = 0.15
  /// What it costs to pass over a line that resembles a label.
  private static let passing = 0.03

  /// Aligns `lines` to labels 0 ..< `count`.
  ///
  /// - Complexity: O(*n* · *m*) in the numbers of lines and labels.
  init(_ lines: [Scores], labels count: Int) {
    let tables = Tables(lines, count)
    guard let end = tables.end else {
      pairs = []
      total = 0
      return
    }
    total = tables.forward[end.line][end.label]
    var pairs: [Pair] = []
    for (line, label) in tables.path(from: end) {
      pairs.append(
        Pair(
          line: line, label: label, score: lines[line][label] ?? 0,
          isCertain: total - tables.best(without: line, label) >= Self.margin))
    }
    self.pairs = pairs
  }

  /// The sums for every pair, from the start to it and from it to the end.
  private struct Tables {
    let lines: [Scores]
    let count: Int
    var costs: [Double]
    /// The best sum of an alignment that ends with the pair; minus infinity where it may not be matched.
    var forward: [[Double]]
    /// The best sum of an alignment that starts with the pair.
    var backward: [[Double]]
    /// The best sum up to a line and a label that a later pair can follow, costs included.
    var before: [[Double]]
    /// The best sum from a line and a label on that an earlier pair can precede.
    var after: [[Double]]

    init(_ lines: [Scores], _ count: Int) {
      self.lines = lines
      self.count = count
      costs = lines.map { $0.isEmpty ? 0 : Alignment.passing }
      let none = [[Double]](
        repeating: Array(repeating: -.infinity, count: count), count: lines.count)
      forward = none
      backward = none
      before = [[Double]](
        repeating: Array(repeating: 0, count: count + 1), count: lines.count + 1)
      after = before
      fillForward()
      fillBackward()
    }

    /// `before[i][j]`: over lines before `i` and labels before `j`.
    private mutating func fillForward() {
      for i in lines.indices {
        for (j, score) in lines[i] where j < count { forward[i][j] = score + before[i][j] }
        var best = 0.0
        for j in 0..<count {
          best = max(best, forward[i][j])
          before[i + 1][j + 1] = max(best, before[i][j + 1] - costs[i], 0)
        }
      }
    }

    /// `after[i][j]`: over lines from `i` and labels from `j` on.
    private mutating func fillBackward() {
      for i in lines.indices.reversed() {
        for (j, score) in lines[i] where j < count { backward[i][j] = score + after[i + 1][j + 1] }
        var best = 0.0
        for j in (0..<count).reversed() {
          best = max(best, backward[i][j])
          after[i][j] = max(best, after[i + 1][j] - costs[i], 0)
        }
      }
    }

    /// The last pair of the best alignment, the earliest of equals.
    var end: (line: Int, label: Int)? {
      var best: (line: Int, label: Int)?
      var sum = 0.0
      for i in lines.indices {
        for j in 0..<count where forward[i][j] > sum + 1e-9 {
          sum = forward[i][j]
          best = (i, j)
        }
      }
      return best
    }

    /// The pairs of the best alignment, by line; of equal ones the earliest.
    func path(from end: (line: Int, label: Int)) -> [(Int, Int)] {
      var path = [(end.line, end.label)]
      var (line, label) = end
      while true {
        let rest = forward[line][label] - (lines[line][label] ?? 0)
        guard rest > 1e-9, let previous = pair(before: line, label, sum: rest) else { break }
        path.append(previous)
        (line, label) = previous
      }
      return path.reversed()
    }

    private func pair(before line: Int, _ label: Int, sum: Double) -> (Int, Int)? {
      var cost = 0.0
      var found: (Int, Int)?
      for i in (0..<line).reversed() {
        for j in 0..<label where abs(forward[i][j] - cost - sum) < 1e-9 { found = (i, j) }
        if found != nil { return found }
        cost += costs[i]
      }
      return nil
    }

    /// The best sum of an alignment without the pair.
    func best(without line: Int, _ label: Int) -> Double {
      var best = 0.0
      for j in 0..<count where j != label && forward[line][j] > -.infinity {
        best = max(best, forward[line][j] + backward[line][j] - (lines[line][j] ?? 0))
      }
      for j in 0...count {
        let (front, rest) = (before[line][j], after[line + 1][j])
        let cost = front > 0 && rest > 0 ? costs[line] : 0
        best = max(best, front + rest - cost)
      }
      return best
    }
  }
}
