/// Matches the texts of a document to the labels of one axis of a form's table.
struct LabelMatcher: Sendable {
  /// The form's labels, in its order.
  let labels: [FormLabel]
  private let exact: [[UInt16]: [Int]]

  /// Makes a matcher for `labels`.
  init(_ labels: [FormLabel]) {
    self.labels = labels
    var exact: [[UInt16]: [Int]] = [:]
    for (index, label) in labels.enumerated() {
      for text in Set(label.owns.flatMap { [$0.core, $0.whole] } + label.joins) where !text.isEmpty
      {
        exact[text, default: []].append(index)
      }
    }
    self.exact = exact
  }

  /// Whether `text` is one of the labels, apart from how it was typed.
  func knows(_ text: LabelText) -> Bool { exact[text.core] != nil || exact[text.whole] != nil }

  /// The labels that `text` may stand for; where it is one exactly, and only that one, the others are
  /// left out.
  func matches(_ text: LabelText) -> [LabelMatch] {
    guard text.core.count <= 80 else { return [] }
    let candidates = exact[text.core] ?? exact[text.whole]
    let isPlain = candidates != nil && text.remark.isEmpty
    return (isPlain ? candidates ?? [] : Array(labels.indices)).compactMap { index in
      LabelSimilarity.score(text, labels[index]).map {
        LabelMatch(label: index, score: $0.score, isExact: $0.isExact)
      }
    }
  }
}
