import Languages

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new file that takes its name, or the place of the file that has it, in one step when it is complete.
///
/// Until then it is a file of another name in the same folder, which goes unless ``commit()`` is called.
/// A link stays a link: the file that it leads to is replaced, and owner and permissions stay. What is no
/// plain file, a device or a pipe, is written to directly.
struct FileReplacement: ~Copyable {
  /// Open for writing; whoever writes closes it.
  let descriptor: Int32
  /// Where the file goes in the end, links followed.
  private let path: String
  /// Where it is until then; nil where `path` is written to directly.
  private let temporary: String?

  /// Makes the file that is to have the name `path`.
  ///
  /// - Throws: ``ZipError/cannotOpen(_:)``.
  init(of path: String) throws(ZipError) {
    var old = stat()
    let isThere = stat(path, &old) == 0
    guard !isThere || old.st_mode & S_IFMT == S_IFREG else {
      let opened = open(path, O_WRONLY | O_CLOEXEC)
      guard opened >= 0 else { throw .cannotOpen(.last) }
      (descriptor, self.path, temporary) = (opened, path, nil)
      return
    }
    let target = isThere ? Self.resolved(path) : path
    let (made, name) = try Self.makeNeighbour(of: target)
    if isThere {
      // Another's file can be given back to its owner by root alone; its permissions stay anyway.
      _ = fchown(made, old.st_uid, old.st_gid)
      _ = fchmod(made, old.st_mode & 0o7777)
    }
    (descriptor, self.path, temporary) = (made, target, name)
  }

  /// Gives the file its name.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``; what had the name has it still.
  consuming func commit() throws(ZipError) {
    guard let temporary else { return }
    guard rename(temporary, path) == 0 else { throw .writeFailed(.last) }
  }

  deinit { if let temporary { unlink(temporary) } }

  /// Makes an empty file in the folder that `path` is in, under a name that nothing has.
  private static func makeNeighbour(of path: String) throws(ZipError) -> (Int32, String) {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    var random = SystemRandomNumberGenerator()
    while true {
      let name = "\(folder).xlsxreport-\(String(random.next(), radix: 36)).tmp"
      let descriptor = open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, name) }
      guard errno == EEXIST else { throw .cannotOpen(.last) }
    }
  }

  /// The path with all symbolic links followed.
  private static func resolved(_ path: String) -> String {
    guard let real = realpath(path, nil) else { return path }
    defer { free(real) }
    return String(cString: real)
  }
}
