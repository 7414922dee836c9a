package import Foundation

/// The material that stands beside the checkout in `../shared`: real reports, a corpus, schemas, tools.
///
/// Outside the place where the project is made nobody has it; tests that need it are enabled by
/// ``isPresent(_:)`` and so are reported as skipped.
package enum SharedMaterial {
  /// The checkout's own folder.
  package static let checkout = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The URL of `path` below `../shared`.
  package static func url(_ path: String) -> URL {
    checkout.deletingLastPathComponent().appendingPathComponent("shared").appendingPathComponent(
      path)
  }

  /// Whether the system has the device that is always full.
  package static var hasFullDevice: Bool {
    var status = stat()
    return stat("/dev/full", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR
  }

  /// Whether `path` below `../shared` exists.
  package static func isPresent(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }
}
