/// Writes JSON text into bytes; the caller keeps brackets and commas in order.
///
/// Besides the characters that RFC 8259 requires, those that may control a terminal or change the reading
/// direction are escaped (``needsEscape(_:)``); a reader gets the same string back.
package struct JSONWriter: Sendable {
  /// The text so far, in UTF-8.
  package private(set) var bytes: [UInt8] = []

  /// Makes an empty text.
  package init() {}

  /// The text so far.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether a scalar is written as `\uXXXX`: control characters, line separators, directional formatting
  /// characters, and invisible format characters and tags.
  package static func needsEscape(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x061C, 0x180E, 0x200E, 0x200F, 0x2028...0x202E,
      0x2060...0x206F, 0xFEFF, 0xFFF9...0xFFFB, 0xE0000...0xE007F:
      true
    default: false
    }
  }

  /// A scalar as `\uXXXX`, one beyond the Basic Multilingual Plane as a surrogate pair.
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    UTF16.encode(scalar)?.map { unit in
      let digits = String(unit, radix: 16)
      return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }.joined() ?? ""
  }

  /// Writes `text` unchanged: brackets, commas, white space, numbers, literals.
  package mutating func raw(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Writes a line break followed by `indent` spaces.
  package mutating func lineBreak(indent: Int) {
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: indent))
  }

  /// Writes a string with its quotes.
  package mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    guard Self.mayNeedEscape(text) else {
      return bytes.append(contentsOf: text.utf8)
    }
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\":
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(UInt8(truncatingIfNeeded: scalar.value))
      case "\n": raw("\\n")
      case "\r": raw("\\r")
      case "\t": raw("\\t")
      case _ where Self.needsEscape(scalar):
        raw(Self.escape(scalar))
      default: bytes.append(contentsOf: String(scalar).utf8)
      }
    }
  }

  /// Whether some character may need an escape: for most text, the bytes show that none does.
  private static func mayNeedEscape(_ text: String) -> Bool {
    var previous: UInt8 = 0
    for byte in text.utf8 {
      // U+FEFF and U+FFF9 share their first byte with full-width punctuation, U+180E with Mongolian.
      let isRare =
        previous == 0xEF && (byte == 0xBB || byte == 0xBF) || previous == 0xE1 && byte == 0xA0
      guard isPlain(byte), !isRare else { return true }
      previous = byte
    }
    return false
  }

  /// Whether no character that needs an escape contains this byte in UTF-8, or a later byte identifies it.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case 0..<0x20, 0x22, 0x5C, 0x7F, 0xC2, 0xD8, 0xE2, 0xF3: false
    default: true
    }
  }

  /// Writes a member's name and the colon after it, with a space or without.
  package mutating func name(_ name: String, isSpaced: Bool = false) {
    string(name)
    bytes.append(UInt8(ascii: ":"))
    if isSpaced { bytes.append(UInt8(ascii: " ")) }
  }
}
