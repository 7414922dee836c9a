import DelimitedText
import Diagnostics

/// The lines of a text in UTF-8, one at a time and in constant memory.
struct TextLines: ~Copyable {
  /// The number of the current line, from 1.
  private(set) var number = 0
  /// The current line without its end; valid until the next call of ``next()``.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: buffer + start, count: end - start)
  }
  /// Whether the line is blank.
  var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }

  private var decoder: TextDecoder
  private let limits: Limits
  private var buffer: UnsafeMutablePointer<UInt8>
  private var capacity = 128 << 10
  private var filled = 0
  private var start = 0
  private var end = 0
  private var nextStart = 0

  init(_ decoder: consuming TextDecoder, limits: Limits) {
    self.decoder = decoder
    self.limits = limits
    buffer = .allocate(capacity: capacity)
  }

  deinit { buffer.deallocate() }

  /// Advances to the next line; returns false at the end.
  ///
  /// - Throws: `TextEncodingError`, `ByteSourceError`, `LimitExceeded` of `record-bytes`.
  mutating func next() throws -> Bool {
    start = nextStart
    var scan = start
    while true {
      while scan < filled, buffer[scan] != 0x0A { scan += 1 }
      if scan < filled { break }
      try limits.check(.recordBytes, filled - start)
      let scanned = scan - start
      guard try fill() else {
        scan = start + scanned
        if start == filled { return false }
        break
      }
      scan = start + scanned
    }
    end = scan
    nextStart = min(scan + 1, filled)
    number += 1
    return true
  }

  /// Drops the lines before the current one and reads more; returns false at the end of the text.
  private mutating func fill() throws -> Bool {
    if start > 0 {
      buffer.update(from: buffer + start, count: filled - start)
      filled -= start
      start = 0
    }
    if capacity - filled < 64 << 10 {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity * 2)
      larger.update(from: buffer, count: filled)
      buffer.deallocate()
      buffer = larger
      capacity *= 2
    }
    let read = try decoder.read(
      into: UnsafeMutableRawBufferPointer(start: buffer + filled, count: capacity - filled))
    filled += read
    return read > 0
  }
}
