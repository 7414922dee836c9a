/// Writes one XML document as UTF-8 bytes, with no white space of its own.
///
/// Bytes collect in a window of 64 KiB that goes to the sink when it is full; without a sink they stay
/// in memory until ``finish()`` hands them over. Writing never throws: the first error of the sink is
/// kept, what follows is dropped, and ``check()`` or ``finish()`` throws it.
///
/// Names and literals are `StaticString`: they are the program's own and are not escaped. Values are
/// escaped; a character that XML 1.0 has no place for becomes U+FFFD.
package struct XMLWriter: ~Copyable {
  /// Takes bytes that are ready; the buffer is valid during the call only.
  package typealias Sink = (UnsafeRawBufferPointer) throws -> Void

  /// The bytes that a window holds before it is handed on.
  @usableFromInline package static let windowByteCount = 1 << 16

  @usableFromInline var base: UnsafeMutablePointer<UInt8>
  @usableFromInline var count = 0
  @usableFromInline var capacity = XMLWriter.windowByteCount
  private let sink: Sink?
  private var failure: (any Error)?
  @usableFromInline var openElements: [StaticString] = []
  @usableFromInline var isTagOpen = false

  /// Starts a document; `sink` takes its bytes, or they are kept for ``finish()`` when it is `nil`.
  package init(sink: Sink? = nil) {
    self.sink = sink
    base = .allocate(capacity: Self.windowByteCount)
  }

  deinit { base.deallocate() }

  /// Throws the sink's first error, if there was one.
  package func check() throws {
    if let failure { throw failure }
  }

  /// Hands the rest to the sink; returns the bytes that no sink has taken.
  ///
  /// - Throws: The sink's first error.
  package consuming func finish() throws -> [UInt8] {
    if sink != nil { handOver() }
    if let failure { throw failure }
    return Array(UnsafeBufferPointer(start: base, count: count))
  }

  /// Makes room for `byteCount` bytes, at most ``windowByteCount`` of them.
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
