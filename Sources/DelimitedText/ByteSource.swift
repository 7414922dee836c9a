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
  /// Bytes in memory that come before those of the descriptor.
  private var memory: [UInt8]
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
    let opened = open(path.systemName, O_RDONLY | O_CLOEXEC)
    guard opened >= 0 else { throw .cannotOpen(.last) }
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

  /// Whether it is a file that can be read from any place, unlike a pipe.
  package var isSeekable: Bool { descriptor < 0 || lseek(descriptor, 0, SEEK_CUR) >= 0 }

  /// The first bytes, at most `count` of them, without taking them from what ``read(into:)`` gives.
  ///
  /// To be called before the first of those.
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

  private func readDescriptor(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(ByteSourceError) -> Int {
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
}
