#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The regular files that a run reads, by device and inode: no output may replace one.
///
/// `-` is stdin, which the shell may have opened on a file. A pipe or a device, which is not a regular file,
/// can be read and written at once.
package struct InputFiles: Sendable, ExpressibleByArrayLiteral {
  private let files: Set<FileIdentity>

  /// Looks up the files at `paths`; missing ones are ignored.
  package init(_ paths: some Sequence<String>) {
    files = Set(
      paths.lazy.compactMap { path in
        path == "-" ? FileIdentity(descriptor: 0) : FileIdentity(path: path)
      }.filter(\.isRegular))
  }

  /// Looks up the files at the paths listed.
  package init(arrayLiteral paths: String...) { self.init(paths) }

  /// Whether `file` is one of them.
  func contains(_ file: FileIdentity) -> Bool { files.contains(file) }

  /// The permissions that all of them have, with full permissions for the owner.
  var permissions: mode_t { files.reduce(0o777) { $0 & ($1.mode | 0o700) } }
}
