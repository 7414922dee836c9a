import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new file that gets its name, or replaces the file of that name, in one step when it is complete.
///
/// Until then it has another name in the same folder; it is deleted unless ``commit()`` is called. A symbolic
/// link stays a link: its target is replaced or made, and owner and permissions are kept. A file that is not
/// a regular file (a device, a pipe, an open descriptor such as `/dev/stdout`) cannot be replaced and need
/// not be seekable: the bytes are kept in an unnamed file until they are complete.
struct FileReplacement: ~Copyable {
  /// Where the complete bytes go.
  private enum Destination {
    /// The file `temporary` is renamed to `path`, in which links are resolved.
    case file(path: String, temporary: String)
    /// The bytes are copied from one descriptor to the other; both are closed here.
    case stream(from: Int32, to: Int32)
  }

  /// Open for writing; the code that writes closes it.
  let descriptor: Int32
  private let destination: Destination

  /// Makes the file that replaces `path`.
  ///
  /// - Throws: ``ZipError/cannotOpen(_:)``, also for a file that is not writable.
  init(of path: String) throws(ZipError) {
    if let number = Self.openDescriptor(named: path) {
      let target = dup(number)
      guard target >= 0 else { throw .cannotOpen(.last) }
      (descriptor, destination) = try Self.spool(to: target)
      return
    }
    var old = stat()
    let isThere = stat(path.systemName, &old) == 0
    guard !isThere || old.st_mode & S_IFMT == S_IFREG else {
      let target = open(path.systemName, O_WRONLY | O_CLOEXEC)
      guard target >= 0 else { throw .cannotOpen(.last) }
      (descriptor, destination) = try Self.spool(to: target)
      return
    }
    // A rename needs only the folder's permissions; a file that is write-protected is meant to stay.
    guard !isThere || access(path.systemName, W_OK) == 0 else { throw .cannotOpen(.last) }
    let target = try Self.resolved(path)
    let (made, name) = try Self.makeNeighbour(of: target)
    if isThere {
      // Only root can keep the owner of another user's file; the permissions are kept anyway.
      _ = fchown(made, old.st_uid, old.st_gid)
      _ = fchmod(made, old.st_mode & 0o7777)
    }
    (descriptor, destination) = (made, .file(path: target, temporary: name))
  }

  /// Renames the file, or copies the bytes to the file that is not a regular file.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``; an existing file then keeps its name.
  consuming func commit() throws(ZipError) {
    switch destination {
    case .file(let path, let temporary):
      guard rename(temporary.systemName, path.systemName) == 0 else { throw .writeFailed(.last) }
    case .stream(let source, let target): try Self.copy(source, to: target)
    }
  }

  deinit {
    switch destination {
    case .file(_, let temporary): unlink(temporary.systemName)
    case .stream(let source, let target):
      close(source)
      close(target)
    }
  }

  /// Makes an empty file in the folder of `path`, under an unused name.
  private static func makeNeighbour(of path: String) throws(ZipError) -> (Int32, String) {
    let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
    var random = SystemRandomNumberGenerator()
    while true {
      let name = "\(folder).xlsxreport-\(String(random.next(), radix: 36)).tmp"
      let descriptor = open(name.systemName, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
      if descriptor >= 0 { return (descriptor, name) }
      guard errno == EEXIST else { throw .cannotOpen(.last) }
    }
  }

  /// The path with all symbolic links resolved, even if the last of them leads to no file yet.
  private static func resolved(_ path: String) throws(ZipError) -> String {
    var path = path
    // As many links as the system follows.
    for _ in 0..<40 {
      if let real = realpath(path.systemName, nil) {
        defer { free(real) }
        return String(fileName: real)
      }
      var target = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = readlink(path.systemName, &target, target.count)
      guard count > 0 else { return path }
      let link = String(fileName: target[..<count])
      let folder = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[...$0]) } ?? ""
      path = link.utf8.first == UInt8(ascii: "/") ? link : folder + link
    }
    throw .cannotOpen(SystemFault(code: ELOOP))
  }
}

extension FileReplacement {
  /// The number of the open descriptor that a path names.
  private static func openDescriptor(named path: String) -> Int32? {
    switch path {
    case "/dev/stdout": return 1
    case "/dev/stderr": return 2
    default:
      let folder = ["/dev/fd/", "/proc/self/fd/"].first { path.hasPrefix($0) }
      return folder.flatMap { Int32(path.dropFirst($0.count)) }
    }
  }

  /// An unnamed file whose bytes are copied to `target` at the end; closes `target` on failure.
  private static func spool(to target: Int32) throws(ZipError) -> (Int32, Destination) {
    do throws(ZipError) {
      let spool = try SpillFile.openNameless(in: SpillFile.folder)
      let source = dup(spool)
      guard source >= 0 else {
        let fault = SystemFault.last
        close(spool)
        throw .cannotOpen(fault)
      }
      return (spool, .stream(from: source, to: target))
    } catch {
      close(target)
      throw error
    }
  }

  private static func copy(_ source: Int32, to target: Int32) throws(ZipError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    var offset: off_t = 0
    while true {
      let count = pread(source, buffer.baseAddress, buffer.count, offset)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .writeFailed(.last) }
      guard count > 0 else { return }
      var written = 0
      while written < count {
        let some = write(target, buffer.baseAddress?.advanced(by: written), count - written)
        if some < 0, errno == EINTR { continue }
        guard some >= 0 else { throw .writeFailed(.last) }
        written += some
      }
      offset += off_t(count)
    }
  }
}
