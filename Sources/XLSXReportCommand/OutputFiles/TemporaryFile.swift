import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The C function `close`, which the method of that name hides.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

/// A file with a unique name that is removed when the process ends, unless it was renamed.
///
/// A class, because two owners must not remove one file.
final class TemporaryFile {
  let path: String
  /// Open for reading and writing, until ``close()``.
  let descriptor: Int32
  private let registration: UInt
  private var isOpen = true
  private var isRemoved = false

  /// Creates an empty file in `folder`, which ends in a slash, with the permissions `mode` or the usual ones,
  /// but none that `bound` lacks.
  init(in folder: String, mode: mode_t?, within bound: mode_t) throws(OutputError) {
    var random = SystemRandomNumberGenerator()
    while true {
      let path = "\(folder).xlsxreport-\(String(random.next(), radix: 36)).tmp"
      let registration = TemporaryFiles.remember(path)
      let descriptor = open(path.systemName, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666 & bound)
      guard descriptor >= 0 else {
        let fault = SystemFault.last
        TemporaryFiles.forget(registration)
        if fault.code == EEXIST { continue }
        throw .cannotCreate(fault)
      }
      if let mode { fchmod(descriptor, mode & bound) }
      self.path = path
      self.descriptor = descriptor
      self.registration = registration
      return
    }
  }

  deinit { remove() }

  /// Closes the file, once; returns false if the system reports lost bytes.
  func close() -> Bool {
    guard isOpen else { return true }
    isOpen = false
    return systemClose(descriptor) == 0
  }

  /// Closes the file and removes it, unless it was renamed.
  func remove() {
    guard !isRemoved else { return }
    isRemoved = true
    _ = close()
    unlink(path.systemName)
    TemporaryFiles.forget(registration)
  }

  /// Passes all bytes of the file at the path to `body`, piece by piece: a writer that opened the path may
  /// have replaced the file.
  func copy(
    _ body: (UnsafeRawBufferPointer) throws(OutputError) -> Void
  ) throws(OutputError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
    defer { buffer.deallocate() }
    let source = open(path.systemName, O_RDONLY | O_CLOEXEC)
    guard source >= 0 else { throw .writeFailed(.last) }
    defer { _ = systemClose(source) }
    var offset: off_t = 0
    while true {
      let count = pread(source, buffer.baseAddress, buffer.count, offset)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .writeFailed(.last) }
      guard count > 0 else { return }
      try body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
      offset += off_t(count)
    }
  }
}
