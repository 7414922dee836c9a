/// Character references and the five predefined entities.
enum CharacterReference {
  /// Advances `place`, which is at a `&`, past the reference and returns its character.
  ///
  /// Nil for other entities, for characters that XML does not allow, and for malformed references.
  static func scan(_ place: inout UnsafePointer<UInt8>) -> Unicode.Scalar? {
    if place[1] == UInt8(ascii: "#") { return scanNumber(&place) }
    if skip("&amp;", &place) { return "&" }
    if skip("&lt;", &place) { return "<" }
    if skip("&gt;", &place) { return ">" }
    if skip("&quot;", &place) { return "\"" }
    if skip("&apos;", &place) { return "'" }
    return nil
  }

  /// Appends a character in UTF-8.
  static func append(_ scalar: Unicode.Scalar, to bytes: inout [UInt8]) {
    if let encoded = UTF8.encode(scalar) { bytes.append(contentsOf: encoded) }
  }

  /// Advances `place` past `text`; returns false without advancing if the bytes differ.
  private static func skip(_ text: StaticString, _ place: inout UnsafePointer<UInt8>) -> Bool {
    for offset in 0..<text.utf8CodeUnitCount where place[offset] != text.utf8Start[offset] {
      return false  // at the zero byte at the latest
    }
    place += text.utf8CodeUnitCount
    return true
  }

  private static func scanNumber(_ place: inout UnsafePointer<UInt8>) -> Unicode.Scalar? {
    var end = place + 2
    let isHexadecimal = end[0] == UInt8(ascii: "x")
    if isHexadecimal { end += 1 }
    let digits = end
    var value: UInt32 = 0
    while let digit = digit(end[0], isHexadecimal: isHexadecimal) {
      value = value * (isHexadecimal ? 16 : 10) + digit
      guard value <= 0x10FFFF else { return nil }
      end += 1
    }
    guard end > digits, end[0] == UInt8(ascii: ";"), isAllowed(value) else { return nil }
    place = end + 1
    return Unicode.Scalar(value)
  }

  private static func digit(_ byte: UInt8, isHexadecimal: Bool) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f") where isHexadecimal:
      UInt32(byte - UInt8(ascii: "a") + 10)
    case UInt8(ascii: "A")...UInt8(ascii: "F") where isHexadecimal:
      UInt32(byte - UInt8(ascii: "A") + 10)
    default: nil
    }
  }

  /// Whether `value` is an XML character (XML 1.0, production [2]).
  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
