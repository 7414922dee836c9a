import Diagnostics
import ZipFiles

/// The current piece of a part: the unread rest of the last piece, and what follows it.
///
/// After the bytes there are the zero bytes that ``SheetScanner`` requires.
struct ScanWindow: ~Copyable {
  /// The maximum number of bytes.
  static let capacity = 1 << 17

  /// Whether no content of the window can exceed `limits`; libxml2 enforces narrower limits.
  static func isScannable(_ limits: Limits) -> Bool {
    limits[.tokenBytes] >= capacity && limits[.elementDepth] >= 16
  }

  private let bytes: UnsafeMutableRawBufferPointer
  private var start = 0
  private var end = 0

  init() {
    bytes = .allocate(byteCount: Self.capacity + SheetScanner.padding, alignment: 64)
  }

  deinit { bytes.deallocate() }

  /// The number of unread bytes.
  var count: Int { end - start }

  /// Whether bytes must be taken before more can be read.
  var isFull: Bool { count == Self.capacity }

  /// The unread bytes.
  var content: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// Reads more after the unread bytes; returns false at the end of the part.
  mutating func fill(from entry: ZipEntryReader) throws -> Bool {
    if start > 0 {
      let rest = count
      bytes.copyMemory(from: content)
      (start, end) = (0, rest)
    }
    let free = UnsafeMutableRawBufferPointer(rebasing: bytes[end..<Self.capacity])
    let added = try entry.read(into: free)
    end += added
    UnsafeMutableRawBufferPointer(rebasing: bytes[end..<end + SheetScanner.padding])
      .initializeMemory(as: UInt8.self, repeating: 0)
    return added > 0
  }

  /// Removes the next `length` bytes and passes them to `body`, also if it throws.
  mutating func take(_ length: Int, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
    start += length
    try body(piece)
  }

  /// Removes all bytes and passes them to `body`.
  mutating func takeAll(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try take(count, body)
  }

  /// Lets `body` advance over what it reads: it receives the current position and the end, and sets the
  /// position to where it stops.
  mutating func scan<Result>(
    _ body: (inout UnsafePointer<UInt8>, UnsafePointer<UInt8>) throws -> Result
  ) rethrows -> Result? {
    guard let base = bytes.baseAddress else { return nil }
    let first = UnsafePointer(base.assumingMemoryBound(to: UInt8.self))
    var place = first + start
    defer { start = place - first }
    return try body(&place, first + end)
  }
}
