import Grids
import Synchronization

/// The layouts of the documents that a reader has seen, the latest first.
final class KnownLayouts: Sendable {
  private let layouts = Mutex<[KnownLayout]>([])

  /// How many are kept: an office that collects forms gets them in few layouts.
  private static let most = 8

  /// The layout of a document before in which `form` stands as it does in `document`.
  func layout(of document: GridDocument, _ form: PreparedForm) -> KnownLayout? {
    layouts.withLock { $0 }.first { $0.fits(document, form) }
  }

  /// Keeps `layout`; of too many the oldest is forgotten.
  func add(_ layout: KnownLayout) {
    layouts.withLock { layouts in
      layouts.insert(layout, at: 0)
      if layouts.count > Self.most { layouts.removeLast() }
    }
  }
}
