import Threads

/// A cache of what texts mean, for all documents of a reader: forms repeat their texts.
///
/// It keeps the texts that were of use last, at most twice ``most`` of them: labels occur in
/// every document, other texts do not.
final class TextCache<Meaning: Sendable>: Sendable {
  private let known = Guarded(Generations())

  /// The most texts of a generation.
  private static var most: Int { 1_000 }

  /// The texts in use, and those that were before them.
  private struct Generations: Sendable {
    private var young: [ExactText: Meaning] = [:]
    private var old: [ExactText: Meaning] = [:]

    /// The meaning of `text`, which is in use again.
    mutating func meaning(of text: ExactText) -> Meaning? {
      if let meaning = young[text] { return meaning }
      guard let meaning = old[text] else { return nil }
      add(meaning, of: text)
      return meaning
    }

    mutating func add(_ meaning: Meaning, of text: ExactText) {
      if young.count == most {
        old = young
        young = [:]
      }
      young[text] = meaning
    }
  }

  /// The meaning of `text`; `find` determines it the first time.
  func callAsFunction(_ text: String, find: (String) -> Meaning) -> Meaning {
    let key = ExactText(text)
    if let meaning = known.withLock({ $0.meaning(of: key) }) { return meaning }
    let meaning = find(text)
    known.withLock { $0.add(meaning, of: key) }
    return meaning
  }
}

/// Texts in the form in which labels are compared.
typealias LabelTexts = TextCache<LabelText>

extension LabelTexts {
  /// The label text of `text`.
  func callAsFunction(_ text: String) -> LabelText { self(text, find: LabelText.init) }
}
