#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Bytes on their way to a descriptor, or kept in memory.
///
/// What was not flushed is dropped with the value: a failed run writes no more.
package struct ByteOutput: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var capacity: Int
  private let descriptor: Int32?

  /// Writes to a descriptor that the caller keeps open.
  package init(descriptor: Int32) {
    self.descriptor = descriptor
    capacity = 128 << 10
    base = .allocate(capacity: capacity)
  }

  /// Keeps the bytes in memory.
  package init() {
    descriptor = nil
    capacity = 4 << 10
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// The bytes that stand in the buffer: for one in memory all of them.
  package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// The bytes that stand in the buffer, from `offset` on.
  func pending(from offset: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: base + offset, count: count - offset)
  }

  /// Drops what stands in the buffer.
  mutating func removeAll() { count = 0 }

  /// Makes room for `byteCount` more bytes and returns where they go; ``commit(_:)`` must follow.
  ///
  /// - Throws: ``ByteOutputError`` when the buffer had to be written and could not.
  @inlinable package mutating func reserve(
    _ byteCount: Int
  ) throws(ByteOutputError) -> UnsafeMutablePointer<UInt8> {
    if capacity &- count < byteCount { try makeRoom(byteCount) }
    return base + count
  }

  /// Takes `byteCount` bytes that were put where ``reserve(_:)`` said.
  @inlinable package mutating func commit(_ byteCount: Int) { count &+= byteCount }

  /// Appends one byte.
  @inlinable package mutating func append(_ byte: UInt8) throws(ByteOutputError) {
    try reserve(1).initialize(to: byte)
    commit(1)
  }

  /// Appends bytes.
  @inlinable package mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws(ByteOutputError) {
    guard let source = bytes.baseAddress else { return }
    try reserve(bytes.count).update(from: source, count: bytes.count)
    commit(bytes.count)
  }

  /// Appends a text's UTF-8.
  @inlinable package mutating func append(_ text: String) throws(ByteOutputError) {
    let utf8 = text.utf8
    let target = try reserve(utf8.count)
    var index = 0
    for byte in utf8 {
      target[index] = byte
      index &+= 1
    }
    commit(index)
  }

  /// Writes the buffer to the descriptor: `write`. One in memory stays as it is.
  package mutating func flush() throws(ByteOutputError) {
    guard let descriptor else { return }
    var offset = 0
    while offset < count {
      let written = write(descriptor, base + offset, count - offset)
      if written < 0 {
        if errno == EINTR { continue }
        throw ByteOutputError(reason: String(cString: strerror(errno)))
      }
      offset += written
    }
    count = 0
  }

  @usableFromInline mutating func makeRoom(_ byteCount: Int) throws(ByteOutputError) {
    try flush()
    guard capacity - count < byteCount else { return }
    var larger = capacity * 2
    while larger - count < byteCount { larger *= 2 }
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    grown.update(from: base, count: count)
    base.deallocate()
    base = grown
    capacity = larger
  }
}
