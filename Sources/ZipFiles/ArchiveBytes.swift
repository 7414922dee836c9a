import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The C function `read`, which the methods of that name hide.
private func systemRead(_ descriptor: Int32, _ to: UnsafeMutableRawPointer?, _ count: Int) -> Int {
  read(descriptor, to, count)
}

/// The bytes of an archive, in memory or in a file that is read on demand.
///
/// A class, because libzip, our own directory reader and every open entry share it; the last reference frees
/// the memory or closes the file.
final class ArchiveBytes {
  /// A file up to this many bytes is read into memory at once.
  private static let wholeLength = 1 << 20

  /// The number of bytes.
  let count: Int
  /// The bytes, if they are in memory.
  let memory: UnsafeMutableRawBufferPointer?
  private let descriptor: Int32

  /// Copies `bytes`.
  init(copying bytes: [UInt8]) {
    let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    memory.copyBytes(from: bytes)
    self.memory = memory
    count = bytes.count
    descriptor = -1
  }

  /// Takes ownership of a descriptor of `count` bytes.
  init(descriptor: Int32, count: Int) {
    self.descriptor = descriptor
    self.count = count
    memory = nil
  }

  /// Reads the file of `count` bytes that is open as `descriptor`, which the caller still owns.
  init(file descriptor: Int32, count: Int) throws(ZipError) {
    self.descriptor = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard self.descriptor >= 0 else { throw .cannotOpen(.last) }
    self.count = count
    memory = nil
  }

  /// Opens the file at `path`; a file that is not seekable, such as a pipe, is read into memory.
  ///
  /// At most `longestPipe` bytes of a pipe are read.
  init(path: String, longestPipe: Int) throws(ZipError) {
    let descriptor = open(path.systemName, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw .cannotOpen(.last) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      defer { close(descriptor) }
      throw .cannotOpen(.last)
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw .cannotOpen(SystemFault(code: EISDIR))
    }
    let isRegular = status.st_mode & S_IFMT == S_IFREG
    guard !isRegular || status.st_size <= Self.wholeLength else {
      self.descriptor = descriptor
      count = Int(status.st_size)
      memory = nil
      return
    }
    defer { close(descriptor) }
    let bytes = try Self.readAll(
      descriptor, expecting: isRegular ? Int(status.st_size) : 1 << 16,
      atMost: isRegular ? Int(status.st_size) : longestPipe)
    self.descriptor = -1
    count = bytes.count
    memory = bytes
  }

  deinit {
    memory?.deallocate()
    if descriptor >= 0 { close(descriptor) }
  }

  /// The bytes from `offset` on, fewer than `count` at the end of the archive.
  func read(at offset: Int, count wanted: Int) throws(ZipError) -> [UInt8] {
    guard offset >= 0, offset < count, wanted > 0 else { return [] }
    let length = Swift.min(wanted, count - offset)
    var fault: SystemFault?
    let bytes = [UInt8](unsafeUninitializedCapacity: length) { buffer, filled in
      do throws(ZipError) {
        filled = try read(at: offset, into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        if case .readFailed(let cause) = error { fault = cause }
      }
    }
    if let fault { throw .readFailed(fault) }
    return bytes
  }

  /// Fills `buffer` with the bytes from `offset` on and returns their number.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    guard offset >= 0, offset < count else { return 0 }
    if let memory {
      let piece = memory[offset..<Swift.min(count, offset &+ buffer.count)]
      buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: piece))
      return piece.count
    }
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let got = pread(descriptor, rest.baseAddress, rest.count, off_t(offset + filled))
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else { throw .readFailed(.last) }
      guard got > 0 else { break }
      filled += got
    }
    return filled
  }

  private static func readAll(
    _ descriptor: Int32, expecting: Int, atMost: Int
  ) throws(ZipError) -> UnsafeMutableRawBufferPointer {
    var buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: expecting + 1, alignment: 16)
    var filled = 0
    while filled <= atMost {
      if filled == buffer.count {
        let larger = UnsafeMutableRawBufferPointer.allocate(byteCount: filled * 2, alignment: 16)
        larger.copyMemory(from: UnsafeRawBufferPointer(buffer))
        buffer.deallocate()
        buffer = larger
      }
      let got = systemRead(
        descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
      if got < 0, errno == EINTR { continue }
      guard got >= 0 else {
        let fault = SystemFault.last
        buffer.deallocate()
        throw .readFailed(fault)
      }
      guard got > 0 else { break }
      filled += got
    }
    return UnsafeMutableRawBufferPointer(rebasing: buffer[..<Swift.min(filled, atMost)])
  }
}
