/// Matches the texts of a document to the labels of one axis of a form's table.
struct LabelMatcher: Sendable {
  /// The form's labels, in its order.
  let labels: [FormLabel]
  private let exact: [Key: [Int]]
  /// The labels' ``FormLabel/characters``.
  private let characters: [UInt64]

  /// Makes a matcher for `labels`.
  init(_ labels: [FormLabel]) {
    self.labels = labels
    var exact: [Key: [Int]] = [:]
    for (index, label) in labels.enumerated() {
      for own in label.owns {
        Self.add(own.core, of: index, to: &exact)
        if !own.remark.isEmpty { Self.add(own.whole, of: index, to: &exact) }
      }
      for join in label.joins { Self.add(join, of: index, to: &exact) }
    }
    self.exact = exact
    characters = labels.map(\.characters)
  }

  /// A label as a key, hashed as the bytes that it is; an array hashes its elements one by one.
  private struct Key: Hashable {
    let text: [UInt16]

    func hash(into hasher: inout Hasher) {
      unsafe text.withUnsafeBytes { unsafe hasher.combine(bytes: $0) }
    }
  }

  private static func add(_ text: [UInt16], of label: Int, to exact: inout [Key: [Int]]) {
    guard !text.isEmpty else { return }
    let update = { (labels: inout [Int]) in if labels.last != label { labels.append(label) } }
    update(&exact[Key(text: text), default: []])
  }

  /// The ``FormLabel/characters(of:)`` of every text that is exactly a label.
  var signatures: Set<UInt64> { Set(exact.keys.lazy.map { FormLabel.characters(of: $0.text) }) }

  /// Whether `text` is one of the labels, apart from how it was typed.
  func knows(_ text: LabelText) -> Bool { labels(of: text) != nil }

  private func labels(of text: LabelText) -> [Int]? {
    exact[Key(text: text.core)]
      ?? (text.remark.isEmpty ? nil : exact[Key(text: text.whole)])
  }

  /// The labels that `text` may stand for; where it is one exactly, and only that one, the others are
  /// left out.
  func matches(_ text: LabelText) -> [LabelMatch] {
    guard text.core.count <= 80 else { return [] }
    let candidates = labels(of: text)
    let signature = FormLabel.characters(of: text.core)
    let match = { (index: Int) in
      LabelSimilarity.score(text, labels[index], signature: signature).map {
        LabelMatch(label: index, score: $0.score, isExact: $0.isExact)
      }
    }
    if let candidates, text.remark.isEmpty { return candidates.compactMap(match) }
    return labels.indices.compactMap { index in
      let isPossible =
        LabelSimilarity.isPossible(text, signature, characters[index])
        || candidates?.contains(index) ?? false
      return isPossible ? match(index) : nil
    }
  }
}
