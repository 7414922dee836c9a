import XMLStreams

/// Text that needs no decoding, which is nearly all text.
enum PlainText {
  /// Advances `place` to the `<` that ends the text; returns false, with `place` inside the text, at a
  /// reference, an escape `_x`, a line feed or anything else that needs the general scan.
  @inline(__always)
  static func skip(_ place: inout UnsafePointer<UInt8>) -> Bool {
    while true {
      let byte = place[0]
      if isPlain(byte) {
        place += 1
      } else if 0xE1...0xEC ~= byte, place[1] & 0xC0 == 0x80, place[2] & 0xC0 == 0x80 {
        place += 3  // U+1000 to U+CFFF, among them all common Chinese characters
      } else if byte == UInt8(ascii: "<") {
        return true
      } else if byte == UInt8(ascii: "_"), place[1] != UInt8(ascii: "x") {
        place += 1
      } else {
        let length = byte >= 0x80 ? UTF8Character.length(at: place) : 0
        guard length > 0 else { return false }
        place += length
      }
    }
  }

  /// Whether `byte` is ASCII from the space on, except `&`, `<`, `>` and `_`.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    let bits = byte < 64 ? lower : byte < 128 ? upper : 0
    return bits >> UInt64(byte & 63) & 1 == 1
  }

  /// A bit for each of the plain bytes 0 to 63.
  private static var lower: UInt64 {
    ~0 << 0x20 & ~(1 << 0x26 as UInt64) & ~(1 << 0x3C as UInt64) & ~(1 << 0x3E as UInt64)
  }

  /// A bit for each of the plain bytes 64 to 127; XML allows 127.
  private static var upper: UInt64 { ~(1 << (0x5F - 64) as UInt64) }
}
