/// Markup of at most 32 bytes, which is compared with a few loads.
struct MarkupToken {
  /// The maximum number of bytes.
  static let bound = 32

  /// Eight bytes of the token, and a mask of those that are used.
  private struct Word {
    var bytes: UInt64 = 0
    var mask: UInt64 = 0

    @inline(__always)
    func matches(at place: UnsafePointer<UInt8>, _ offset: Int) -> Bool {
      let found = UnsafeRawPointer(place).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      return UInt64(littleEndian: found) & mask == bytes
    }
  }

  /// The number of bytes.
  let count: Int
  private let words: (Word, Word, Word, Word)

  /// Makes a token, or nil for an empty or a longer text.
  init?(_ text: [UInt8]) {
    guard 1...Self.bound ~= text.count else { return nil }
    func word(_ index: Int) -> Word {
      var word = Word()
      for (place, byte) in text.dropFirst(8 * index).prefix(8).enumerated() {
        word.bytes |= UInt64(byte) << UInt64(8 * place)
        word.mask |= 0xFF << UInt64(8 * place)
      }
      return word
    }
    count = text.count
    words = (word(0), word(1), word(2), word(3))
  }

  /// Makes a token from `markup`; each `@` is replaced with `prefix` and a colon, or removed.
  init?(_ markup: String, prefix: [UInt8]) {
    var text: [UInt8] = []
    text.reserveCapacity(Self.bound)
    for byte in markup.utf8 {
      if byte != UInt8(ascii: "@") {
        text.append(byte)
      } else if !prefix.isEmpty {
        text += prefix
        text.append(UInt8(ascii: ":"))
      }
    }
    self.init(text)
  }

  /// Whether the token is at `place`, from which ``bound`` bytes must be readable.
  @inline(__always)
  func matches(at place: UnsafePointer<UInt8>) -> Bool {
    guard words.0.matches(at: place, 0) else { return false }
    guard count > 8 else { return true }
    guard words.1.matches(at: place, 8) else { return false }
    guard count > 16 else { return true }
    return words.2.matches(at: place, 16) && words.3.matches(at: place, 24)
  }
}
