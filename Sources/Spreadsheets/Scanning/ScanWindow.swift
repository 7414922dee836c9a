import Diagnostics
import ZipFiles

/// The piece of a part that is being read: what is left of the last piece, and what came after it.
///
/// Behind the bytes stand as many bytes 0 as ``SheetScanner`` asks for.
struct ScanWindow: ~Copyable {
  /// How many bytes it holds at most.
  static let capacity = 1 << 17

  /// Whether nothing that fits in can go beyond `limits`; narrower ones are libxml2's to keep.
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

  /// How many bytes wait to be read.
  var count: Int { end - start }

  /// Whether no byte more can be read before some are taken.
  var isFull: Bool { count == Self.capacity }

  /// What waits to be read.
  var content: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(rebasing: bytes[start..<end])
  }

  /// Reads on behind what is left; false at the end of the part.
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

  /// Hands the next `length` bytes over, and with them whatever `body` throws.
  mutating func take(_ length: Int, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let piece = UnsafeRawBufferPointer(rebasing: bytes[start..<start + length])
    start += length
    try body(piece)
  }

  /// Hands everything over.
  mutating func takeAll(_ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    try take(count, body)
  }

  /// Lets `body` step over what it reads: it is given the place and the end, and leaves the place where
  /// it stopped.
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
