import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The file that a path leads to, whatever its name: device and inode, with links followed.
package struct FileIdentity: Hashable, Sendable {
  private let device: UInt64
  private let inode: UInt64
  /// The type and permission bits.
  let mode: mode_t

  /// The file that `path` leads to; nil if there is none.
  package init?(path: String) {
    var status = stat()
    guard stat(path.systemName, &status) == 0 else { return nil }
    self.init(status)
  }

  /// The file that `descriptor` is open on; nil if it is closed.
  init?(descriptor: Int32) {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { return nil }
    self.init(status)
  }

  private init(_ status: stat) {
    device = UInt64(truncatingIfNeeded: status.st_dev)
    inode = UInt64(truncatingIfNeeded: status.st_ino)
    mode = status.st_mode
  }

  /// Whether anything has that name, including a broken link.
  static func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path.systemName, &status) == 0
  }

  var isRegular: Bool { mode & S_IFMT == S_IFREG }
  var isFolder: Bool { mode & S_IFMT == S_IFDIR }

  /// Whether both are one file.
  package static func == (left: Self, right: Self) -> Bool {
    left.device == right.device && left.inode == right.inode
  }

  /// Hashes what identifies the file.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(device)
    hasher.combine(inode)
  }
}
