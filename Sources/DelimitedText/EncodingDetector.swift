/// Detects the encoding of text from its first bytes.
///
/// The order is: a byte order mark; the pattern of zero bytes in UTF-16; UTF-8, which text in other encodings
/// almost never is by chance; GB 18030. ASCII alone decides nothing, and need not: it is the same in all of
/// them.
package enum EncodingDetector {
  /// A byte order mark.
  package struct Mark: Sendable, Hashable {
    /// The encoding.
    package let encoding: TextEncoding
    /// The number of bytes of the mark, which is not part of the text.
    package let byteCount: Int
  }

  /// The byte order mark at the start of `bytes` (The Unicode Standard 16.0, 23.8).
  package static func mark(_ bytes: UnsafeRawBufferPointer) -> Mark? {
    func begins(_ mark: UInt8...) -> Bool {
      bytes.count >= mark.count && bytes.prefix(mark.count).elementsEqual(mark)
    }
    if begins(0xEF, 0xBB, 0xBF) { return Mark(encoding: .utf8, byteCount: 3) }
    if begins(0xFF, 0xFE) { return Mark(encoding: .utf16LittleEndian, byteCount: 2) }
    if begins(0xFE, 0xFF) { return Mark(encoding: .utf16BigEndian, byteCount: 2) }
    if begins(0x84, 0x31, 0x95, 0x33) { return Mark(encoding: .gb18030, byteCount: 4) }
    return nil
  }

  /// The UTF-16 encoding whose pattern `bytes`, the beginning of a text without a mark, has.
  ///
  /// In UTF-16 every other byte of ASCII is zero, always on the same side. Eight-bit text has at most a stray
  /// zero, so two ASCII units and one in 32 are required, and neither a zero unit nor a lone surrogate.
  package static func unmarkedUTF16(
    _ bytes: UnsafeRawBufferPointer, isWhole: Bool
  ) -> TextEncoding? {
    guard !isWhole || bytes.count.isMultiple(of: 2) else { return nil }
    let units = min(bytes.count / 2, 4096)
    for encoding in [TextEncoding.utf16LittleEndian, .utf16BigEndian] {
      let high = encoding == .utf16LittleEndian ? 1 : 0
      var asciiUnits = 0
      var isPlausible = true
      var expectsTrail = false
      for unit in 0..<units {
        let upper = bytes[2 * unit + high]
        let lower = bytes[2 * unit + 1 - high]
        let isTrail = upper & 0xFC == 0xDC
        guard upper != 0 || isText(lower) || lower >= 0x80, isTrail == expectsTrail else {
          isPlausible = false
          break
        }
        expectsTrail = upper & 0xFC == 0xD8
        if upper == 0, isText(lower) { asciiUnits += 1 }
      }
      if isPlausible, asciiUnits >= max(2, units / 32) { return encoding }
    }
    return nil
  }

  private static func isText(_ byte: UInt8) -> Bool {
    (byte >= 0x20 && byte < 0x7F) || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}
