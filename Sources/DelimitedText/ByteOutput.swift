/// A buffer of output bytes, which are written in large pieces or kept in memory.
///
/// Bytes that were not flushed are dropped with the value: a failed run writes no more.
package struct ByteOutput: ~Copyable {
  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var capacity: Int
  private let write: ((UnsafeRawBufferPointer) throws -> Void)?

  /// Passes the bytes to `write`, whose errors are rethrown by the calls that fill the buffer.
  package init(_ write: @escaping (UnsafeRawBufferPointer) throws -> Void) {
    self.write = write
    capacity = 128 << 10
    base = .allocate(capacity: capacity)
  }

  /// Keeps the bytes in memory.
  package init() {
    write = nil
    capacity = 4 << 10
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// The buffered bytes; without a destination, all bytes.
  package var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// The buffered bytes from `offset` on.
  func pending(from offset: Int) -> UnsafeMutableRawBufferPointer {
    UnsafeMutableRawBufferPointer(start: base + offset, count: count - offset)
  }

  /// Drops the buffered bytes.
  mutating func removeAll() { count = 0 }

  /// Reserves `byteCount` more bytes and returns their address; ``commit(_:)`` must follow.
  ///
  /// - Throws: the error of writing a full buffer.
  @inlinable package mutating func reserve(
    _ byteCount: Int
  ) throws -> UnsafeMutablePointer<UInt8> {
    if capacity &- count < byteCount { try makeRoom(byteCount) }
    return base + count
  }

  /// Adds `byteCount` bytes that were written at the address from ``reserve(_:)``.
  @inlinable package mutating func commit(_ byteCount: Int) { count &+= byteCount }

  /// Appends one byte.
  @inlinable package mutating func append(_ byte: UInt8) throws {
    try reserve(1).initialize(to: byte)
    commit(1)
  }

  /// Appends bytes.
  @inlinable package mutating func append(
    _ bytes: UnsafeBufferPointer<UInt8>
  ) throws {
    guard let source = bytes.baseAddress else { return }
    try reserve(bytes.count).update(from: source, count: bytes.count)
    commit(bytes.count)
  }

  /// Appends a text's UTF-8.
  @inlinable package mutating func append(_ text: String) throws {
    let utf8 = text.utf8
    let target = try reserve(utf8.count)
    var index = 0
    for byte in utf8 {
      target[index] = byte
      index &+= 1
    }
    commit(index)
  }

  /// Writes the buffer to its destination, if there is one.
  package mutating func flush() throws {
    guard let write, count > 0 else { return }
    try write(UnsafeRawBufferPointer(start: base, count: count))
    count = 0
  }

  @usableFromInline mutating func makeRoom(_ byteCount: Int) throws {
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
