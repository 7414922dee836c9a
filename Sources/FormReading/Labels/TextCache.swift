import Threads

/// A cache of what texts mean: copies of one form repeat their texts.
final class TextCache<Meaning: Sendable>: Sendable {
  private let known = Guarded<[ExactText: Meaning]>([:])

  /// The most texts that are kept, the first ones: labels occur in every document, other texts do not.
  private static var most: Int { 2_000 }

  /// The meaning of `text`; `find` determines it the first time.
  func callAsFunction(_ text: String, find: (String) -> Meaning) -> Meaning {
    let key = ExactText(text)
    if let meaning = known.withLock({ $0[key] }) { return meaning }
    let meaning = find(text)
    known.withLock { known in
      if known.count < Self.most { known[key] = meaning }
    }
    return meaning
  }
}

/// Texts in the form in which labels are compared.
typealias LabelTexts = TextCache<LabelText>

extension LabelTexts {
  /// The label text of `text`.
  func callAsFunction(_ text: String) -> LabelText { self(text, find: LabelText.init) }
}
