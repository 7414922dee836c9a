/// The differences between a text and a label, and whether both mean the same.
///
/// A text means the same if it omits something, adds counters and units, or has one mistyped character. It
/// does not if it adds or loses a word of ``MeaningWords``, or has other words of two characters or more.
struct LabelDifference {
  /// A range in which the texts differ.
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
    // A label that was typed twice counts once
    let half = text.count / 2
    let isTwice = text.count > label.count && text[..<half] == text[half...]
    let text = isTwice ? Array(text[..<half]) : text
    self.text = text
    self.label = label
    changes = Self.changes(text, label)
  }

  /// The number of characters of a label per allowed typing error.
  private static let charactersPerTypo = 8

  /// Whether both mean the same.
  var isInWordingOnly: Bool {
    let (gained, lost) = wordsChanged()
    return gained.isEmpty && !lost.contains { !isCutOff($0) } && isTypedOver
  }

  /// Whether one negates the other or names another time.
  var isContradiction: Bool {
    let (gained, lost) = wordsChanged()
    return gained.contains { $0.meaning.kind == .needed } || lost.contains { !isCutOff($0) }
  }

  /// Whether the texts differ only by the year reported on and by filler words.
  var isFillerOnly: Bool {
    bare(text) == bare(label)
  }

  /// The words of meaning that only the text has, and those that only the label has.
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

  /// Whether a lost word is part of a cut-off beginning or end of the label, and not next to the remaining
  /// text, where its loss would reverse the meaning.
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

  /// Whether the replaced characters may be typing errors.
  private var isTypedOver: Bool {
    var typos = 0
    for change in changes {
      let other = bare(Array(text[change.text]))
      if other.count > 1, !isSynonym(change) { return false }
      typos += min(1, other.count)
    }
    return typos <= max(1, label.count / Self.charactersPerTypo)
  }

  /// Whether a change is within words of the same meaning.
  private func isSynonym(_ change: Change) -> Bool {
    let own = MeaningWords.occurrences(in: text).filter { $0.range.overlaps(change.text) }
    let others = MeaningWords.occurrences(in: label).filter { $0.range.touches(change.label) }
    return !own.isEmpty && own.allSatisfy { word in others.contains { $0.meaning == word.meaning } }
  }

  /// The text without the year reported on and without filler words.
  private func bare(_ text: [UInt16]) -> [UInt16] {
    var bare: [UInt16] = []
    var place = 0
    for word in MeaningWords.occurrences(in: text) where !word.meaning.kind.isMeaningful {
      bare += text[place..<word.range.lowerBound]
      place = word.range.upperBound
    }
    return bare + text[place...]
  }

  /// The changes on a shortest edit path from one to the other.
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
  /// Whether a word of this kind may change the quantity that a label names.
  fileprivate var isMeaningful: Bool { self == .needed || self == .added }
}

extension Range<Int> {
  /// Whether both overlap or are adjacent.
  fileprivate func touches(_ other: Range<Int>) -> Bool {
    lowerBound <= other.upperBound && other.lowerBound <= upperBound
  }
}
