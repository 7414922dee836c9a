/// Text with the escape `_xHHHH_` for a UTF-16 code unit that XML does not allow.
///
/// Source: ECMA-376-1:2016, 22.9.2.19 `ST_Xstring`.
enum EscapedText {
  /// Appends `text` to `bytes` with its escapes resolved.
  ///
  /// A surrogate pair becomes one character; the escape of a lone surrogate is kept.
  static func append(_ text: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    guard mayHoldEscape(text) else { return bytes.append(contentsOf: text) }
    var index = 0
    while index < text.count {
      guard let unit = unit(in: text, at: index) else {
        bytes.append(text[index])
        index += 1
        continue
      }
      if let scalar = Unicode.Scalar(UInt32(unit)) {
        bytes.append(contentsOf: String(scalar).utf8)
        index += length
      } else if UTF16.isLeadSurrogate(unit), let next = self.unit(in: text, at: index + length),
        UTF16.isTrailSurrogate(next)
      {
        bytes.append(contentsOf: String(decoding: [unit, next], as: UTF16.self).utf8)
        index += 2 * length
      } else {
        bytes.append(contentsOf: text[index..<index + length])
        index += length
      }
    }
  }

  /// Whether `text` contains `_x`.
  static func mayHoldEscape(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count >= length else { return false }
    var previous: UInt8 = 0
    for byte in text {
      if byte == UInt8(ascii: "x"), previous == UInt8(ascii: "_") { return true }
      previous = byte
    }
    return false
  }

  /// The length of an escape.
  private static let length = 7

  /// The code unit of the escape at `index`, if there is one.
  private static func unit(in text: UnsafeBufferPointer<UInt8>, at index: Int) -> UInt16? {
    guard index + length <= text.count, text[index] == UInt8(ascii: "_"),
      text[index + 1] == UInt8(ascii: "x"), text[index + 6] == UInt8(ascii: "_")
    else { return nil }
    var unit: UInt16 = 0
    for byte in text[index + 2..<index + 6] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }
}
