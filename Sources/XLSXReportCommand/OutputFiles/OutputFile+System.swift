import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The C function `write`, which the methods of that name hide.
private func systemWrite(_ descriptor: Int32, _ from: UnsafeRawPointer?, _ count: Int) -> Int {
  write(descriptor, from, count)
}

extension OutputFile {
  /// Writes all of `bytes`.
  static func write(
    _ bytes: UnsafeRawBufferPointer, to descriptor: Int32
  ) throws(OutputError) {
    var written = 0
    while written < bytes.count {
      let count = systemWrite(
        descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .writeFailed(.last) }
      written += count
    }
  }

  /// Renames a file to a name that must not exist yet, atomically.
  static func nameAnew(_ temporary: String, _ path: String) throws(OutputError) {
    // `rename` would replace a file that was created meanwhile; `link` fails.
    if link(temporary.systemName, path.systemName) == 0 { return }
    guard errno != EEXIST else { throw .exists }
    // A file system without hard links: claim the name with an empty file, then replace that.
    let descriptor = open(path.systemName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw errno == EEXIST ? .exists : .cannotCreate(.last) }
    close(descriptor)
    guard rename(temporary.systemName, path.systemName) == 0 else {
      let fault = SystemFault.last
      unlink(path.systemName)
      throw .cannotCreate(fault)
    }
  }

  /// The path with all symbolic links resolved.
  static func resolved(_ path: String) -> String {
    guard let real = realpath(path.systemName, nil) else { return path }
    defer { free(real) }
    return String(fileName: real)
  }

  /// The folder that a file of that path is in.
  static func folder(of path: String) -> String {
    path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? "./"
  }

  /// The folder of temporary files without a destination: `TMPDIR`, or `/tmp`.
  static var spoolFolder: String {
    guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/tmp/" }
    return String(fileName: folder) + "/"
  }
}
