/// A byte buffer that is reused for every cell without releasing its storage.
struct TextBuffer {
  private var bytes = [UInt8](repeating: 0, count: 64)
  private var count = 0

  /// Discards the bytes.
  @inline(__always)
  mutating func removeAll() { count = 0 }

  /// Appends bytes.
  @inline(__always)
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if bytes.count - count < piece.count { makeRoom(piece.count) }
    bytes.withUnsafeMutableBufferPointer { bytes in
      if let target = bytes.baseAddress, let source = piece.baseAddress {
        (target + count).update(from: source, count: piece.count)
      }
    }
    count += piece.count
  }

  private mutating func makeRoom(_ length: Int) {
    bytes += repeatElement(0, count: max(length, bytes.count))
  }

  /// Passes the bytes to `body`.
  @inline(__always)
  func withBytes<Result>(
    _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    try bytes.withUnsafeBufferPointer { try body(UnsafeBufferPointer(rebasing: $0[..<count])) }
  }
}
