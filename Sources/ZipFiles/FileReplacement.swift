import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A new file that takes its name, or the place of the file that has it, in one step when it is complete.
///
/// Until then it is a file of another name in the same folder, which goes unless ``commit()`` is called.
/// A link stays a link: the file that it leads to is replaced or made, and owner and permissions stay. What
/// is no regular file (a device, a pipe, a descriptor that is open, such as `/dev/stdout`) cannot be
/// replaced and need not be seekable: its bytes are kept in a file without a name until they are complete.
struct FileReplacement: ~Copyable {
  /// Where the bytes go in the end.
  private enum Destination {
    /// The file `temporary` gets the name `path`, links followed.
    case file(path: String, temporary: String)
    /// The bytes are copied from one descriptor to the other; both are closed here.
    case stream(from: Int32, to: Int32)
  }

  /// Open for writing; whoever writes closes it.
  let descriptor: Int32
  private let destination: Destination

  /// Makes the file that is to have the name `path`.
  ///
  /// - Throws: ``ZipError/cannotOpen(_:)``, also for a file that may not be written.
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
    // Only a folder's permissions count for a rename; a file that is write-protected is meant to stay.
    guard !isThere || access(path.systemName, W_OK) == 0 else { throw .cannotOpen(.last) }
    let target = try Self.resolved(path)
    let (made, name) = try Self.makeNeighbour(of: target)
    if isThere {
      // Another's file can be given back to its owner by root alone; its permissions stay anyway.
      _ = fchown(made, old.st_uid, old.st_gid)
      _ = fchmod(made, old.st_mode & 0o7777)
    }
    (descriptor, destination) = (made, .file(path: target, temporary: name))
  }

  /// Gives the file its name, or hands the bytes to what is no regular file.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``; a file that had the name has it still.
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

  /// Makes an empty file in the folder that `path` is in, under a name that nothing has.
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

  /// The path with all symbolic links followed, also where the last of them leads to no file yet.
  private static func resolved(_ path: String) throws(ZipError) -> String {
    var path = path
    // As many links as the system itself follows.
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

  /// A file without a name whose bytes go to `target` in the end; closes `target` where it fails.
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
