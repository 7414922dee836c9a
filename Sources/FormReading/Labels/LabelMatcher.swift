/// Matches the texts of a document to the labels of one axis of a form's table.
struct LabelMatcher: Sendable {
  /// The form's labels, in its order.
  let labels: [FormLabel]
  private let exact: [Key: [Int]]
  /// The labels' ``FormLabel/characters``.
  private let characters: [UInt64]
  private let known: KnownLabels?

  /// The length of the longest text that is compared, in UTF-16 units without text in brackets.
  private static let longest = 80

  /// Makes a matcher for `labels`; a text that resembles one of `known` more matches none of them.
  init(_ labels: [FormLabel], known: KnownLabels? = nil) {
    self.labels = labels
    self.known = known
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

  /// A label as a key, hashed by its bytes; an array hashes its elements one by one.
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

  /// The ``FormLabel/characters(of:)`` of every text that equals a label.
  var signatures: Set<UInt64> { Set(exact.keys.lazy.map { FormLabel.characters(of: $0.text) }) }

  /// Whether `text` is one of the labels, except for how it was typed.
  func knows(_ text: LabelText) -> Bool { labels(of: text) != nil }

  private func labels(of text: LabelText) -> [Int]? {
    exact[Key(text: text.core)]
      ?? (text.remark.isEmpty ? nil : exact[Key(text: text.whole)])
  }

  /// The labels that `text` may match; if it has no text in brackets and equals a label, only the labels that
  /// it equals.
  func matches(_ text: LabelText) -> [LabelMatch] {
    guard text.core.count <= Self.longest else { return [] }
    let candidates = labels(of: text)
    let signature = FormLabel.characters(of: text.core)
    let match = { (index: Int) in self.match(text, index, signature) }
    if let candidates, text.remark.isEmpty { return candidates.compactMap(match) }
    return labels.indices.compactMap { index in
      let isPossible =
        LabelSimilarity.isPossible(text, signature, characters[index])
        || candidates?.contains(index) ?? false
      return isPossible ? match(index) : nil
    }
  }

  private func match(_ text: LabelText, _ index: Int, _ signature: UInt64) -> LabelMatch? {
    let label = labels[index]
    guard !changesQuantity(text, label),
      let found = LabelSimilarity.score(
        text, label, signature: signature,
        isSame: { LabelDifference($0, $1).isInWordingOnly })
    else { return nil }
    let isAnother =
      !found.isExact && known?.resemblesAnother(text, than: label, score: found.score) ?? false
    return isAnother ? nil : LabelMatch(label: index, score: found.score, isExact: found.isExact)
  }

  /// Whether the text in brackets changes the quantity that `label` names.
  private func changesQuantity(_ text: LabelText, _ label: FormLabel) -> Bool {
    guard !text.remark.isEmpty else { return false }
    if MeaningWords.limits(text.remark) {
      return !label.owns.contains { $0.remark.firstRange(of: text.remark) != nil }
    }
    return label.owns.contains { own in
      own.core == text.core && LabelSimilarity.isCopy(text.remark, of: own.remark)
        && LabelDifference(text.remark, own.remark).isContradiction
    }
  }

  /// Whether `text` resembles the label at `index` but matches none of the labels.
  func contradicts(_ text: LabelText, _ index: Int) -> Bool {
    guard text.core.count <= Self.longest else { return false }
    let signature = FormLabel.characters(of: text.core)
    return resembles(text, index, signature) && matches(text).isEmpty
  }

  /// The label that `text` resembles most, the first of equals, although it means something else.
  func contradicted(by text: LabelText) -> (label: Int, score: Double)? {
    guard text.core.count <= Self.longest else { return nil }
    let signature = FormLabel.characters(of: text.core)
    var best: (label: Int, score: Double)?
    for label in labels.indices {
      guard let score = likeness(text, label, signature), score > best?.score ?? 0 else { continue }
      best = (label, score)
    }
    let most = matches(text).map(\.score).max() ?? 0
    return best.flatMap { $0.score > most ? $0 : nil }
  }

  /// Whether `text` resembles a label, whatever it means.
  func resembles(_ text: LabelText) -> Bool {
    guard text.core.count <= Self.longest else { return false }
    let signature = FormLabel.characters(of: text.core)
    return labels.indices.contains { resembles(text, $0, signature) }
  }

  private func resembles(_ text: LabelText, _ index: Int, _ signature: UInt64) -> Bool {
    likeness(text, index, signature) != nil
  }

  /// How much `text` resembles a label, whatever it means; nil if it does not.
  private func likeness(_ text: LabelText, _ index: Int, _ signature: UInt64) -> Double? {
    guard LabelSimilarity.isPossible(text, signature, characters[index]) else { return nil }
    return LabelSimilarity.score(text, labels[index], signature: signature)?.score
  }
}
