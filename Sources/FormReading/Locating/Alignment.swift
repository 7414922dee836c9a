/// The best match between the lines of a grid and the labels of a form, both in their order.
///
/// Dynamic programming over all pairs maximises the sum of the scores of the matched pairs. A line that
/// resembles a label but is passed over between two matched lines has a small cost, so that adjacent lines
/// are matched together. Each matched pair is compared with the best alignment without it; if the difference
/// is less than ``margin``, the match is not certain.
struct Alignment {
  /// A line matched to a label.
  struct Pair: Hashable {
    /// The index of the line.
    let line: Int
    /// The index of the label.
    let label: Int
    /// The score of the pair.
    let score: Double
    /// Whether every alignment without the pair is worse by at least ``margin``.
    let isCertain: Bool
  }

  /// The scores of the labels that a line may match.
  struct Scores {
    /// The labels with their scores, in the order of the labels.
    let entries: [(label: Int, score: Double)]

    /// Takes `entries`, which are in the order of the labels.
    init(_ entries: [(label: Int, score: Double)]) { self.entries = entries }

    /// Orders the `scores` of labels by label.
    init(_ scores: [Int: Double]) {
      entries = scores.sorted { $0.key < $1.key }.map { (label: $0.key, score: $0.value) }
    }
  }

  /// The matched pairs, by line.
  let pairs: [Pair]
  /// The sum of the scores, less the costs.
  let total: Double

  /// The least difference to the best alignment without a pair at which the pair is certain.
  static let margin = 0.15
  /// The cost of passing over a line that resembles a label.
  private static let passing = 0.03

  /// Aligns `lines` to labels 0 ..< `count`.
  ///
  /// - Complexity: O(*n* · *m*) time in the numbers of lines and labels, O(*n* + *m*²) memory.
  init(_ lines: [Scores], labels count: Int) {
    let sums = Sums(lines, count)
    guard let end = sums.end else {
      pairs = []
      total = 0
      return
    }
    total = sums.sum(end)
    pairs = sums.pairs(on: sums.path(from: end))
  }

  /// The best sums of alignments that end with each pair that may be matched.
  private struct Sums {
    /// A line and the index of an entry of its scores.
    typealias Place = (line: Int, entry: Int)

    let lines: [Scores]
    let count: Int
    /// The sums, line by line and entry by entry.
    private var sums: [Double] = []
    /// Where each line's sums start.
    private var starts: [Int] = []

    init(_ lines: [Scores], _ count: Int) {
      self.lines = lines
      self.count = count
      starts.reserveCapacity(lines.count)
      var front = Front(count)
      for line in lines {
        starts.append(sums.count)
        sums += front.add(line)
      }
    }

    func sum(_ place: Place) -> Double { sums[starts[place.line] + place.entry] }

    private func cost(_ line: Int) -> Double { Alignment.cost(lines[line]) }

    /// The last pair of the best alignment, the earliest of equals.
    var end: Place? {
      var best: Place?
      var sum = 0.0
      for line in lines.indices {
        for entry in lines[line].entries.indices where self.sum((line, entry)) > sum + 1e-9 {
          sum = self.sum((line, entry))
          best = (line, entry)
        }
      }
      return best
    }

    /// The pairs of the best alignment, by line; of equal ones the earliest.
    func path(from end: Place) -> [Place] {
      var path = [end]
      var last = end
      while true {
        let rest = sum(last) - lines[last.line].entries[last.entry].score
        guard rest > 1e-9, let previous = pair(before: last, sum: rest) else { break }
        path.append(previous)
        last = previous
      }
      return path.reversed()
    }

    private func pair(before place: Place, sum: Double) -> Place? {
      let label = lines[place.line].entries[place.entry].label
      var cost = 0.0
      for line in (0..<place.line).reversed() {
        let found = lines[line].entries.indices.last { entry in
          lines[line].entries[entry].label < label
            && abs(self.sum((line, entry)) - cost - sum) < 1e-9
        }
        if let found { return (line, found) }
        cost += self.cost(line)
      }
      return nil
    }

    /// The pairs of `path`, each compared with the best alignment without it.
    func pairs(on path: [Place]) -> [Pair] {
      guard let end = path.last else { return [] }
      var (front, fronts): (Front, [[Double]]) = (Front(count), [])
      for line in 0...end.line {
        if fronts.count < path.count, path[fronts.count].line == line { fronts.append(front.best) }
        _ = front.add(lines[line])
      }
      let total = sum(end)
      var (back, pairs): (Back, [Pair]) = (Back(count), [])
      for line in lines.indices.reversed() {
        let next = path.count - 1 - pairs.count
        if next >= 0, path[next].line == line {
          let (label, score) = lines[line].entries[path[next].entry]
          let best = best(without: path[next], fronts[next], back)
          pairs.append(
            Pair(
              line: line, label: label, score: score,
              isCertain: total - best >= Alignment.margin))
        }
        back.add(lines[line])
      }
      return pairs.reversed()
    }

    /// The best sum of an alignment without the pair at `place`; `front` has the best sums of the lines
    /// before it, `back` those of the lines after it.
    private func best(without place: Place, _ front: [Double], _ back: Back) -> Double {
      var best = 0.0
      for (entry, (label, score)) in lines[place.line].entries.enumerated()
      where entry != place.entry {
        best = max(best, sum((place.line, entry)) + (score + back.best[label + 1]) - score)
      }
      for label in 0...count {
        let (front, rest) = (front[label], back.best[label])
        let cost = front > 0 && rest > 0 ? self.cost(place.line) : 0
        best = max(best, front + rest - cost)
      }
      return best
    }
  }

  private static func cost(_ line: Scores) -> Double { line.entries.isEmpty ? 0 : passing }

  /// The best sums of the lines added so far, from the first on, with labels before each index; the costs of
  /// lines passed over are included.
  private struct Front {
    private(set) var best: [Double]

    init(_ count: Int) { best = Array(repeating: 0, count: count + 1) }

    /// Adds the next line and returns the sums of the alignments that end with each of its entries.
    mutating func add(_ line: Scores) -> [Double] {
      guard !line.entries.isEmpty else { return [] }
      let sums = line.entries.map { $0.score + best[$0.label] }
      var (most, next) = (0.0, 0)
      for label in 0..<(best.count - 1) {
        if next < sums.count, line.entries[next].label == label {
          most = max(most, sums[next])
          next += 1
        }
        best[label + 1] = max(most, best[label + 1] - Alignment.passing)
      }
      return sums
    }
  }

  /// The best sums of the lines added so far, from the last on, with labels from each index on; the costs of
  /// lines passed over are included.
  private struct Back {
    private(set) var best: [Double]

    init(_ count: Int) { best = Array(repeating: 0, count: count + 1) }

    /// Adds the previous line.
    mutating func add(_ line: Scores) {
      guard !line.entries.isEmpty else { return }
      let sums = line.entries.map { $0.score + best[$0.label + 1] }
      var (most, next) = (0.0, sums.count - 1)
      for label in (0..<(best.count - 1)).reversed() {
        if next >= 0, line.entries[next].label == label {
          most = max(most, sums[next])
          next -= 1
        }
        best[label] = max(most, best[label] - Alignment.passing)
      }
    }
  }
}
