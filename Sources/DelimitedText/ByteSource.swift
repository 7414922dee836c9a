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
  private let memory: [UInt8]
  private var offset = 0

  /// Opens the file at `path`: `open`.
  ///
  /// - Throws: ``ByteSourceError`` when it cannot be opened or is a folder.
  package init(path: String) throws(ByteSourceError) {
    descriptor = try Self.openFile(path)
    closesDescriptor = true
    memory = []
  }

  /// Reads from a descriptor that the caller keeps open.
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
    let opened = open(path, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .cannotOpen(reason: String(cString: strerror(errno))) }
    var status = stat()
    if fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      close(opened)
      throw .isFolder
    }
    return opened
  }

  deinit { if closesDescriptor { close(descriptor) } }

  /// Reads up to `buffer.count` bytes and returns how many; 0 at the end.
  ///
  /// - Throws: ``ByteSourceError/cannotRead(reason:)``.
  package mutating func read(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
    guard descriptor >= 0 else {
      let count = min(buffer.count, memory.count - offset)
      memory.withUnsafeBytes { bytes in
        buffer.copyMemory(
          from: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + count)]))
      }
      offset += count
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
      guard errno == EINTR else {
        throw .cannotRead(reason: String(cString: strerror(errno)))
      }
    }
  }
}
