/// A resumable check for well-formed UTF-8 (The Unicode Standard 16.0, table 3-7): no overlong forms, no
/// surrogates, nothing above U+10FFFF.
struct UTF8Validation {
  /// The number of continuation bytes that the current sequence still needs.
  private var needed = 0
  /// The bounds of the next continuation byte.
  private var lower: UInt8 = 0x80
  private var upper: UInt8 = 0xBF
  /// The number of bytes of the current sequence that were read.
  private(set) var pendingByteCount = 0
  /// The number of complete sequences of three or four bytes.
  private(set) var longSequenceCount = 0

  /// Whether no sequence is incomplete.
  var isComplete: Bool { needed == 0 }

  /// Checks `bytes` as the continuation of what was checked before.
  ///
  /// Returns nil if nothing is wrong (a sequence may be left open), otherwise the index of the first invalid
  /// byte; its sequence starts ``pendingByteCount`` bytes before it.
  mutating func firstError(_ bytes: UnsafeRawBufferPointer) -> Int? {
    var index = 0
    let count = bytes.count
    while index < count {
      if needed == 0 {
        while index &+ 8 <= count {
          let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          guard word & 0x8080_8080_8080_8080 == 0 else { break }
          index &+= 8
        }
        guard index < count else { return nil }
        let byte = bytes[index]
        if byte >= 0x80 {
          guard open(byte) else {
            pendingByteCount = 0
            return index
          }
        }
      } else {
        let byte = bytes[index]
        guard byte >= lower, byte <= upper else { return index }
        (lower, upper) = (0x80, 0xBF)
        needed -= 1
        pendingByteCount += 1
        if needed == 0 {
          if pendingByteCount > 2 { longSequenceCount += 1 }
          pendingByteCount = 0
        }
      }
      index &+= 1
    }
    return nil
  }

  /// Discards the open sequence, so that the check can continue after an error.
  mutating func restart() {
    needed = 0
    pendingByteCount = 0
    (lower, upper) = (0x80, 0xBF)
  }

  private mutating func open(_ lead: UInt8) -> Bool {
    pendingByteCount = 1
    switch lead {
    case 0xC2...0xDF: needed = 1
    case 0xE0: (needed, lower) = (2, 0xA0)
    case 0xED: (needed, upper) = (2, 0x9F)
    case 0xE1...0xEF: needed = 2
    case 0xF0: (needed, lower) = (3, 0x90)
    case 0xF1...0xF3: needed = 3
    case 0xF4: (needed, upper) = (3, 0x8F)
    default: return false
    }
    return true
  }
}
