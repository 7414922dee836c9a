import Documents
import Threads

/// The layouts of the documents that a reader has seen, the last one of use first.
final class KnownLayouts: Sendable {
  private let layouts = Guarded<[KnownLayout]>([])
  private let hasSeenOne = Guarded(false)

  /// How many are kept: an office that collects forms gets them in few layouts.
  private static let most = 8

  /// The layout of a document before in which `form` stands as it does in `document`.
  func layout(of document: GridDocument, _ form: PreparedForm) -> KnownLayout? {
    guard let known = layouts.withLock({ $0 }).first(where: { $0.fits(document, form) }) else {
      return nil
    }
    add(known)
    return known
  }

  /// Whether one more document is not the first: of a single one no layout is needed again.
  func isAnother() -> Bool {
    hasSeenOne.withLock { hasSeenOne in
      defer { hasSeenOne = true }
      return hasSeenOne
    }
  }

  /// Puts `layout` in front; of too many the one that was longest of no use is forgotten.
  func add(_ layout: KnownLayout) {
    layouts.withLock { layouts in
      guard layouts.first !== layout else { return }
      layouts.removeAll { $0 === layout }
      layouts.insert(layout, at: 0)
      if layouts.count > Self.most { layouts.removeLast() }
    }
  }
}
