/// References to characters, by number or by one of the five names.
enum CharacterReference {
  /// Steps `place`, which is at a `&`, over the reference and returns its character.
  ///
  /// Nil for other entities, for characters that XML does not allow, and for what is no reference.
  static func scan(_ place: inout UnsafePointer<UInt8>) -> Unicode.Scalar? {
    if place[1] == UInt8(ascii: "#") { return scanNumber(&place) }
    var end = place + 1
    while end - place < 6, end[0] != UInt8(ascii: ";"), end[0] != 0 { end += 1 }
    guard end[0] == UInt8(ascii: ";") else { return nil }
    let name = UnsafeBufferPointer(start: place + 1, count: end - place - 1)
    let scalar: Unicode.Scalar
    switch String(decoding: name, as: UTF8.self) {
    case "amp": scalar = "&"
    case "lt": scalar = "<"
    case "gt": scalar = ">"
    case "quot": scalar = "\""
    case "apos": scalar = "'"
    default: return nil
    }
    place = end + 1
    return scalar
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

  /// Whether `value` is a character of XML (XML 1.0, production [2]).
  private static func isAllowed(_ value: UInt32) -> Bool {
    switch value {
    case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x10000...0x10FFFF: true
    default: false
    }
  }
}
