/// The texts of lines that may be headers of a table's columns.
struct LineHeads {
  /// A text with its line.
  struct Text {
    let row: Int
    let text: String
  }

  private let texts: [Text]
  private let columns: LabelMatcher

  /// The most lines that a header may be broken over.
  private static let mostLines = 3

  /// Makes the possible headers of `columns` from the `texts` of lines, which are in order.
  init(_ texts: [Text], _ columns: LabelMatcher) {
    self.texts = texts
    self.columns = columns
  }

  /// Whether the headers of the columns at `indices` are above `row`, consecutive in this order, each on
  /// lines of its own.
  func stand(_ indices: [Int], before row: Int) -> Bool {
    texts.indices.contains { start in
      var place = start
      return indices.allSatisfy { index in
        guard let count = lines(of: index, at: place, before: row) else { return false }
        place += count
        return true
      }
    }
  }

  /// The number of texts from `place` on that form the header of the column at `index`.
  private func lines(of index: Int, at place: Int, before row: Int) -> Int? {
    (1...Self.mostLines).first { count in
      guard place + count <= texts.count else { return false }
      let pieces = texts[place..<(place + count)]
      let isOwn = texts[..<place].last.map { $0.row < pieces[place].row } ?? true
      guard isOwn, zip(pieces, pieces.dropFirst()).allSatisfy({ $0.row < $1.row }),
        pieces.last?.row ?? row < row
      else { return false }
      let label = LabelText(pieces.map(\.text).joined())
      return columns.matches(label).contains { $0.label == index && $0.isExact }
    }
  }
}
