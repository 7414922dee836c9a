import Testing

@testable import FormReading

/// Lines and labels are matched in their order, as well as can be, and doubt is told.
struct AlignmentTests {
  private func places(_ alignment: Alignment) -> [[Int]] {
    alignment.pairs.map { [$0.line, $0.label] }
  }

  private func isClose(_ left: Double, _ right: Double) -> Bool { abs(left - right) < 1e-9 }

  @Test func matchesNothingToNothing() {
    for lines in [[], [[:]], [[:], [:]]] as [[Alignment.Scores]] {
      let alignment = Alignment(lines, labels: 2)
      #expect(alignment.pairs.isEmpty)
      #expect(alignment.total == 0)
    }
  }

  @Test func matchesInOrderOnly() {
    let crossed = Alignment([[1: 1], [0: 1]], labels: 2)
    #expect(places(crossed) == [[0, 1]])
    #expect(!crossed.pairs[0].isCertain)
    let alignment = Alignment([[2: 1], [0: 1], [1: 1], [3: 0.9]], labels: 4)
    #expect(places(alignment) == [[1, 0], [2, 1], [3, 3]])
    #expect(alignment.pairs.map(\.score) == [1, 1, 0.9])
  }

  @Test func matchesALabelAndALineOnceOnly() {
    #expect(places(Alignment([[0: 1], [0: 1]], labels: 2)) == [[0, 0]])
    #expect(places(Alignment([[0: 1, 1: 1]], labels: 2)) == [[0, 0]])
    #expect(
      places(Alignment([[0: 1, 1: 0.7], [0: 0.7, 1: 1]], labels: 2)) == [[0, 0], [1, 1]])
  }

  @Test func prefersTheGreatestSum() {
    let alignment = Alignment([[0: 0.7, 1: 0.9], [1: 0.7], [2: 0.9]], labels: 3)
    #expect(places(alignment) == [[0, 0], [1, 1], [2, 2]])
    #expect(isClose(alignment.total, 2.3))
  }

  @Test("takes off a little for each line between two pairs that resembles a label")
  func chargesForPassing() {
    #expect(isClose(Alignment([[0: 1], [0: 0.1], [1: 1]], labels: 2).total, 1.97))
    #expect(isClose(Alignment([[0: 1], [0: 0.1], [0: 0.1], [1: 1]], labels: 2).total, 1.94))
    #expect(Alignment([[0: 1], [:], [1: 1]], labels: 2).total == 2)
    #expect(Alignment([[1: 0.6], [0: 1], [1: 1]], labels: 2).total == 2)
    #expect(Alignment([[0: 1], [1: 1], [0: 0.6]], labels: 2).total == 2)
  }

  @Test func matchesTogetherWhatStandsTogether() {
    let alignment = Alignment([[0: 1], [0: 1], [1: 1]], labels: 2)
    #expect(places(alignment) == [[1, 0], [2, 1]])
    #expect(alignment.pairs.map(\.isCertain) == [false, true])
    #expect(places(Alignment([[0: 1], [1: 1], [1: 1]], labels: 2)) == [[0, 0], [1, 1]])
  }

  @Test func doesNotPassOverForNextToNothing() {
    // A line that is worth less than its passing ends the alignment before it
    let alignment = Alignment([[0: 1], [0: 0.5], [1: 0.02]], labels: 2)
    #expect(places(alignment) == [[0, 0]])
    #expect(alignment.total == 1)
  }

  @Test("is certain of a pair from a margin of 0.15 on", arguments: [(0.15, true), (0.149, false)])
  func keepsTheMargin(score: Double, isCertain: Bool) {
    #expect(Alignment([[0: score]], labels: 1).pairs.map(\.isCertain) == [isCertain])
  }

  @Test func comparesWithOtherLabelsOfTheLine() {
    let alignment = Alignment([[0: 1], [1: 0.9, 2: 0.8], [3: 1]], labels: 4)
    #expect(alignment.pairs.map(\.isCertain) == [true, false, true])
    let far = Alignment([[0: 1], [1: 0.9, 2: 0.7], [3: 1]], labels: 4)
    #expect(far.pairs.map(\.isCertain) == [true, true, true])
    // … a label that is another line's own is none
    let taken = Alignment([[0: 1], [1: 0.9, 2: 0.9], [2: 1]], labels: 3)
    #expect(taken.pairs.map(\.isCertain) == [true, true, true])
  }

  @Test func comparesWithOtherLinesOfTheLabel() {
    let alignment = Alignment([[0: 1], [1: 0.9], [1: 0.8], [2: 1]], labels: 3)
    #expect(places(alignment) == [[0, 0], [1, 1], [3, 2]])
    #expect(alignment.pairs.map(\.isCertain) == [true, false, true])
    let far = Alignment([[0: 1], [1: 0.9], [1: 0.7], [2: 1]], labels: 3)
    #expect(far.pairs.map(\.isCertain) == [true, true, true])
  }

  @Test("counts the passing of the line itself only between others")
  func chargesForTheLineLeftOut() {
    let between = Alignment([[0: 1], [1: 0.13], [2: 1]], labels: 3)
    #expect(between.pairs.map(\.isCertain) == [true, true, true])
    let first = Alignment([[0: 0.13], [1: 1]], labels: 2)
    #expect(first.pairs.map(\.isCertain) == [false, true])
    let last = Alignment([[0: 1], [1: 0.13]], labels: 2)
    #expect(last.pairs.map(\.isCertain) == [true, false])
  }
}

extension Alignment.Scores: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral elements: (Int, Double)...) {
    self.init(Dictionary(uniqueKeysWithValues: elements))
  }
}
