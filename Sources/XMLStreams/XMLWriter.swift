/// Writes one XML document as UTF-8 bytes, without extra white space.
///
/// Bytes collect in a window of 64 KiB, which is passed to the sink when full; without a sink they stay in
/// memory until ``finish()`` returns them. Writing never throws: the first error of the sink is kept, later
/// bytes are dropped, and ``check()`` or ``finish()`` throws it.
///
/// Names and literals are `StaticString` constants and are not escaped. Values are escaped; a character that
/// XML 1.0 does not allow becomes U+FFFD.
package struct XMLWriter: ~Copyable {
  /// Receives finished bytes; the buffer is valid only during the call.
  package typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  /// The number of bytes in a full window.
  @usableFromInline package static let windowByteCount = 1 << 16

  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var capacity = XMLWriter.windowByteCount
  private let sink: Sink?
  private var failure: (any Error)?
  @usableFromInline var openElements: [StaticString] = []
  @usableFromInline var isTagOpen = false

  /// Starts a document; `sink` receives its bytes, or if it is `nil`, ``finish()`` returns them.
  package init(sink: Sink? = nil) {
    self.sink = sink
    base = .allocate(capacity: Self.windowByteCount)
  }

  deinit { base.deallocate() }

  /// Throws the sink's first error, if any.
  package func check() throws {
    if let failure { throw failure }
  }

  /// Passes the remaining bytes to the sink; without a sink, returns all bytes.
  ///
  /// - Throws: The sink's first error.
  package consuming func finish() throws -> [UInt8] {
    if sink != nil { handOver() }
    if let failure { throw failure }
    return Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Reserves room for `byteCount` bytes, at most ``windowByteCount``.
  @inlinable
  package mutating func reserve(_ byteCount: Int) {
    if count &+ byteCount > capacity { makeRoom(byteCount) }
  }

  @usableFromInline
  mutating func makeRoom(_ byteCount: Int) {
    if sink != nil, byteCount <= capacity { return handOver() }
    let larger = max(capacity &* 2, count &+ byteCount)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    grown.update(from: base, count: count)
    base.deallocate()
    (base, capacity) = (grown, larger)
  }

  private mutating func handOver() {
    defer { count = 0 }
    guard failure == nil, count > 0, let sink else { return }
    do {
      try sink(UnsafeRawBufferPointer(start: base, count: count))
    } catch {
      failure = error
    }
  }
}
