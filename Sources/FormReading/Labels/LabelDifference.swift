/// Where a text differs from a label, and whether it says the same all the same.
///
/// A text that leaves something out, adds counters and units, or has one mistyped character says the same; one
/// that adds or loses a word of ``MeaningWords``, or has other words of two characters or more, does not.
struct LabelDifference {
  /// A place where the texts differ.
  private struct Change {
    var text: Range<Int>
    var label: Range<Int>
  }

  private let text: [UInt16]
  private let label: [UInt16]
  private let changes: [Change]

  /// Compares `text` with `label`.
  ///
  /// - Complexity: O(*n* · *m*) in the lengths.
  init(_ text: [UInt16], _ label: [UInt16]) {
    // A label that was typed twice is still one
    let half = text.count / 2
    let isTwice = text.count > label.count && text[..<half] == text[half...]
    let text = isTwice ? Array(text[..<half]) : text
    self.text = text
    self.label = label
    changes = Self.changes(text, label)
  }

  /// How many characters of a label there are to each mistyped one.
  private static let charactersPerTypo = 8

  /// Whether both say the same.
  var isInWordingOnly: Bool {
    let (gained, lost) = wordsChanged()
    return gained.isEmpty && !lost.contains { !isCutOff($0) } && isTypedOver
  }

  /// Whether one denies what the other says, or speaks of another time.
  var isContradiction: Bool {
    let (gained, lost) = wordsChanged()
    return gained.contains { $0.meaning.kind == .needed } || lost.contains { !isCutOff($0) }
  }

  /// Whether the texts differ by nothing but the year reported on and words that say nothing.
  var isFillerOnly: Bool {
    bare(text) == bare(label)
  }

  /// The words of meaning that the text has and the label has not, and the other way round.
  private func wordsChanged() -> (
    gained: [MeaningWords.Occurrence], lost: [MeaningWords.Occurrence]
  ) {
    var gained = MeaningWords.occurrences(in: text).filter { word in
      word.meaning.kind.isMeaningful && changes.contains { word.range.touches($0.text) }
    }
    var lost = MeaningWords.occurrences(in: label).filter { word in
      word.meaning.kind.isMeaningful && changes.contains { word.range.touches($0.label) }
    }
    for word in gained {
      guard let twin = lost.firstIndex(where: { $0.meaning == word.meaning }) else { continue }
      lost.remove(at: twin)
      if let own = gained.firstIndex(where: { $0.range == word.range }) { gained.remove(at: own) }
    }
    return (gained, lost.filter { $0.meaning.kind == .needed })
  }

  /// Whether a lost word went with others around it, at an end of the label that was cut off: what is left
  /// does not stand right beside it, where it would say the opposite.
  private func isCutOff(_ word: MeaningWords.Occurrence) -> Bool {
    changes.contains { change in
      guard change.text.isEmpty, change.label.lowerBound <= word.range.lowerBound,
        word.range.upperBound <= change.label.upperBound
      else { return false }
      return change.label.lowerBound == 0 && word.range.upperBound + 1 < change.label.upperBound
        || change.label.upperBound == label.count
          && word.range.lowerBound > change.label.lowerBound + 1
    }
  }

  /// Whether what the text has instead of the label's characters may be typing errors.
  private var isTypedOver: Bool {
    var typos = 0
    for change in changes {
      let other = bare(Array(text[change.text]))
      if other.count > 1, !isSynonym(change) { return false }
      typos += min(1, other.count)
    }
    return typos <= max(1, label.count / Self.charactersPerTypo)
  }

  /// Whether a change lies within words that mean the same.
  private func isSynonym(_ change: Change) -> Bool {
    let own = MeaningWords.occurrences(in: text).filter { $0.range.overlaps(change.text) }
    let others = MeaningWords.occurrences(in: label).filter { $0.range.touches(change.label) }
    return !own.isEmpty && own.allSatisfy { word in others.contains { $0.meaning == word.meaning } }
  }

  /// A text without the year reported on and words that say nothing.
  private func bare(_ text: [UInt16]) -> [UInt16] {
    var bare: [UInt16] = []
    var place = 0
    for word in MeaningWords.occurrences(in: text) where !word.meaning.kind.isMeaningful {
      bare += text[place..<word.range.lowerBound]
      place = word.range.upperBound
    }
    return bare + text[place...]
  }

  /// The places where a shortest way from one to the other changes something.
  private static func changes(_ text: [UInt16], _ label: [UInt16]) -> [Change] {
    let width = label.count + 1
    var costs = [Int](repeating: 0, count: (text.count + 1) * width)
    for i in 0...text.count {
      for j in 0...label.count {
        guard i > 0, j > 0 else {
          costs[i * width + j] = i + j
          continue
        }
        let kept = costs[(i - 1) * width + j - 1] + (text[i - 1] == label[j - 1] ? 0 : 1)
        costs[i * width + j] = min(
          kept, min(costs[(i - 1) * width + j], costs[i * width + j - 1]) + 1)
      }
    }
    var changes: [Change] = []
    var (i, j) = (text.count, label.count)
    while i > 0 || j > 0 {
      let (row, column) = (i, j)
      let cost = costs[i * width + j]
      let isSame = i > 0 && j > 0 && text[i - 1] == label[j - 1]
      if i > 0, j > 0, cost == costs[(i - 1) * width + j - 1] + (isSame ? 0 : 1) {
        (i, j) = (i - 1, j - 1)
      } else if j > 0, cost == costs[i * width + j - 1] + 1 {
        j -= 1
      } else {
        i -= 1
      }
      if isSame, i < row, j < column { continue }
      if let last = changes.last, last.text.lowerBound == row, last.label.lowerBound == column {
        changes[changes.count - 1].text = i..<last.text.upperBound
        changes[changes.count - 1].label = j..<last.label.upperBound
      } else {
        changes.append(Change(text: i..<row, label: j..<column))
      }
    }
    return changes.reversed()
  }
}

extension MeaningWords.Kind {
  /// Whether a word of this kind may make another quantity out of a label.
  fileprivate var isMeaningful: Bool { self == .needed || self == .added }
}

extension Range<Int> {
  /// Whether both overlap or are next to each other.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}
