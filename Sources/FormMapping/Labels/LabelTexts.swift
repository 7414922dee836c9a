import Synchronization

/// Texts as labels are compared, each folded once: the copies of one form repeat theirs.
final class LabelTexts: Sendable {
  /// A text that is looked up by its bytes; as a `String` it would be normalised first.
  private struct Key: Hashable {
    let text: String

    static func == (left: Self, right: Self) -> Bool {
      left.text.utf8.count == right.text.utf8.count && left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(text.utf8.reduce(0) { $0 &* Self.factor &+ UInt64($1) })
    }

    /// Another in each run, so that no file can be made of texts that all hash alike.
    private static let factor = UInt64.random(in: 1 << 62...UInt64.max) | 1
  }

  private let known = Mutex<[Key: LabelText]>([:])

  /// How many are kept, those that came first: labels come with every document, other texts do not.
  private static let most = 2_000

  /// The label that `text` is.
  func callAsFunction(_ text: String) -> LabelText {
    let key = Key(text: text)
    if let label = known.withLock({ $0[key] }) { return label }
    let label = LabelText(text)
    known.withLock { known in
      if known.count < Self.most { known[key] = label }
    }
    return label
  }
}
