/// A piece of markup of at most 32 bytes that is compared with a few loads.
struct MarkupToken {
  /// How many bytes it may have.
  static let bound = 32

  /// Eight bytes of the token, and which of them count.
  private struct Word {
    var bytes: UInt64 = 0
    var mask: UInt64 = 0

    @inline(__always)
    func stands(at place: UnsafePointer<UInt8>, _ offset: Int) -> Bool {
      let found = UnsafeRawPointer(place).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      return UInt64(littleEndian: found) & mask == bytes
    }
  }

  /// How many bytes it has.
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

  /// Makes a token of `markup`, in which `@` stands for `prefix` and its colon, or for nothing.
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

  /// Whether the token stands at `place`, from which ``bound`` bytes can be read.
  @inline(__always)
  func stands(at place: UnsafePointer<UInt8>) -> Bool {
    guard words.0.stands(at: place, 0) else { return false }
    guard count > 8 else { return true }
    guard words.1.stands(at: place, 8) else { return false }
    guard count > 16 else { return true }
    return words.2.stands(at: place, 16) && words.3.stands(at: place, 24)
  }
}
