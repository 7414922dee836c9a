import Diagnostics

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes to read: a file, a descriptor such as stdin, or memory.
package struct ByteSource: ~Copyable {
  private let descriptor: Int32
  private let closesDescriptor: Bool
  /// Bytes in memory, read before those of the descriptor.
  private var memory: [UInt8]
  private var offset = 0
  /// The offset of the next bytes in a file that is shared with others; nil for sequential reading.
  private var filePosition: Int?

  /// Opens the file at `path`: `open`.
  ///
  /// - Throws: ``ByteSourceError`` if it cannot be opened or is a folder.
  package init(path: String) throws(ByteSourceError) {
    descriptor = try Self.openFile(path)
    closesDescriptor = true
    memory = []
  }

  /// Reads the regular file that is open as `descriptor` from its first byte on, at any file offset.
  ///
  /// - Throws: ``ByteSourceError/cannotOpen(_:)`` if no more files can be open.
  package init(file descriptor: Int32) throws(ByteSourceError) {
    self.descriptor = try Self.duplicate(descriptor)
    closesDescriptor = true
    memory = []
    filePosition = 0
  }

  /// Reads from a descriptor that the caller owns.
  package init(descriptor: Int32) {
    self.descriptor = descriptor
    closesDescriptor = false
    memory = []
  }

  /// Reads from memory.
  package init(bytes: [UInt8]) {
    descriptor = -1
    closesDescriptor = false
    memory = bytes
  }

  private static func openFile(_ path: String) throws(ByteSourceError) -> Int32 {
    let opened = open(path.systemName, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .cannotOpen(.last) }
    var status = stat()
    if fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(opened)
      throw .isFolder
    }
    return opened
  }

  private static func duplicate(_ descriptor: Int32) throws(ByteSourceError) -> Int32 {
    let other = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    guard other >= 0 else { throw .cannotOpen(.last) }
    return other
  }

  /// Another descriptor for the same file, which the caller closes.
  ///
  /// - Throws: ``ByteSourceError/cannotOpen(_:)`` if no more files can be open.
  package func duplicatedDescriptor() throws(ByteSourceError) -> Int32 {
    try Self.duplicate(descriptor)
  }

  deinit { if closesDescriptor { close(descriptor) } }

  /// Reads up to `buffer.count` bytes and returns their number; 0 at the end.
  ///
  /// - Throws: ``ByteSourceError/cannotRead(_:)``.
  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    if offset < memory.count {
      let count = min(buffer.count, memory.count - offset)
      memory.withUnsafeBytes { bytes in
        buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]))
      }
      offset += count
      return count
    }
    guard descriptor >= 0 else { return 0 }
    return try readDescriptor(into: buffer)
  }

  /// Whether the source is seekable, unlike a pipe.
  package var isSeekable: Bool { descriptor < 0 || lseek(descriptor, 0, SEEK_CUR) >= 0 }

  /// The size of a regular file, otherwise nil.
  package var fileSize: Int? {
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(status.st_size)
  }

  /// The first bytes, at most `count`, without consuming them.
  ///
  /// Must be called before ``read(into:)``.
  package mutating func peek(_ count: Int) throws(ByteSourceError) -> [UInt8] {
    guard descriptor >= 0 else { return Array(memory.prefix(count)) }
    let window = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { window.deallocate() }
    while memory.count < count {
      let read = try readDescriptor(
        into: UnsafeMutableRawBufferPointer(rebasing: window[..<(count - memory.count)]))
      if read == 0 { break }
      memory.append(contentsOf: window[..<read])
    }
    return Array(memory.prefix(count))
  }

  private mutating func readDescriptor(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    if let position = filePosition {
      let count = try Self.read(descriptor, into: buffer, at: position)
      filePosition = position + count
      return count
    }
    while true {
      #if canImport(Darwin)
        let count = Darwin.read(descriptor, buffer.baseAddress, buffer.count)
      #elseif canImport(Musl)
        let count = Musl.read(descriptor, buffer.baseAddress, buffer.count)
      #else
        let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      #endif
      if count >= 0 { return count }
      if errno == EISDIR { throw .isFolder }
      guard errno == EINTR else { throw .cannotRead(.last) }
    }
  }

  private static func read(
    _ descriptor: Int32, into buffer: UnsafeMutableRawBufferPointer, at position: Int
  ) throws(ByteSourceError) -> Int {
    while true {
      let count = pread(descriptor, buffer.baseAddress, buffer.count, off_t(position))
      if count >= 0 { return count }
      guard errno == EINTR else { throw .cannotRead(.last) }
    }
  }
}
