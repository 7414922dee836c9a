import Threads

/// What texts have turned out to be, each looked at once: the copies of one form repeat theirs.
final class KnownTexts<Meaning: Sendable>: Sendable {
  private let known = Guarded<[ExactText: Meaning]>([:])

  /// How many are kept, those that came first: labels come with every document, other texts do not.
  private static var most: Int { 2_000 }

  /// What `text` is; `find` says so where it has not come before.
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

/// Texts as labels are compared.
typealias LabelTexts = KnownTexts<LabelText>

extension LabelTexts {
  /// The label that `text` is.
  func callAsFunction(_ text: String) -> LabelText { self(text, find: LabelText.init) }
}
