import Documents
import Threads

/// The layouts of the documents that a reader has read, the most recently used first.
final class KnownLayouts: Sendable {
  private let layouts = Guarded<[KnownLayout]>([])
  private let hasSeenOne = Guarded(false)

  /// The most layouts that are kept: an office that collects forms gets them in few layouts.
  private static let most = 8

  /// The layout of an earlier document in which `form` has the same cells as in `document`.
  func layout(of document: GridDocument, _ form: PreparedForm) -> KnownLayout? {
    guard let known = layouts.withLock({ $0 }).first(where: { $0.fits(document, form) }) else {
      return nil
    }
    add(known)
    return known
  }

  /// Whether this is not the first document: the layout of a single one is not needed again.
  func isAnother() -> Bool {
    hasSeenOne.withLock { hasSeenOne in
      defer { hasSeenOne = true }
      return hasSeenOne
    }
  }

  /// Puts `layout` first; if there are too many, the least recently used one is dropped.
  func add(_ layout: KnownLayout) {
    layouts.withLock { layouts in
      guard layouts.first !== layout else { return }
      layouts.removeAll { $0 === layout }
      layouts.insert(layout, at: 0)
      if layouts.count > Self.most { layouts.removeLast() }
    }
  }
}
