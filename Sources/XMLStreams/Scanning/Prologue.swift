/// What stands before the root element, or is passed over inside it.
enum Prologue {
  /// How many bytes the mark of UTF-8 has.
  static let markLength = 3

  /// Steps `place` over a byte order mark of UTF-8; false where there is none.
  static func skip(byteOrderMark place: inout UnsafePointer<UInt8>) -> Bool {
    guard place[0] == 0xEF, place[1] == 0xBB, place[2] == 0xBF else { return false }
    place += markLength
    return true
  }

  /// Steps `place` over an XML declaration of version 1.0 and UTF-8; false where it is another.
  ///
  /// Source: XML 1.0, production [23].
  static func skipDeclaration(_ place: inout UnsafePointer<UInt8>, lines: inout Int) -> Bool {
    guard skip("<?xml", &place), Blank.skip(&place, lines: &lines),
      skip("version=", &place), skipQuoted("1.0", &place)
    else { return false }
    var hasBlank = Blank.skip(&place, lines: &lines)
    if hasBlank, skip("encoding=", &place) {
      guard skipQuoted("UTF-8", &place) || skipQuoted("utf-8", &place) else { return false }
      hasBlank = Blank.skip(&place, lines: &lines)
    }
    if hasBlank, skip("standalone=", &place) {
      guard skipQuoted("yes", &place) || skipQuoted("no", &place) else { return false }
      _ = Blank.skip(&place, lines: &lines)
    }
    return skip("?>", &place)
  }

  /// Steps `place` over a comment; false where there is none, or it has no end.
  ///
  /// Source: XML 1.0, production [15].
  static func skipComment(_ place: inout UnsafePointer<UInt8>, lines: inout Int) -> Bool {
    guard skip("<!--", &place) else { return false }
    while true {
      switch place[0] {
      case UInt8(ascii: "-") where place[1] == UInt8(ascii: "-"):
        return skip("-->", &place)
      case UInt8(ascii: "\n"):
        lines += 1
        place += 1
      case UInt8(ascii: "\t"), UInt8(ascii: "\r"), 0x20..<0x80: place += 1
      default:
        let length = UTF8Character.length(at: place)
        guard length > 0 else { return false }
        place += length
      }
    }
  }

  /// Steps `place` over `text`; false, and no step, where something else stands there.
  static func skip(_ text: StaticString, _ place: inout UnsafePointer<UInt8>) -> Bool {
    for offset in 0..<text.utf8CodeUnitCount where place[offset] != text.utf8Start[offset] {
      return false  // at a byte 0 at the latest
    }
    place += text.utf8CodeUnitCount
    return true
  }

  private static func skipQuoted(
    _ text: StaticString, _ place: inout UnsafePointer<UInt8>
  ) -> Bool {
    let quote = place[0]
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
    var next = place + 1
    guard skip(text, &next), next[0] == quote else { return false }
    place = next + 1
    return true
  }
}
