import XMLStreams

/// Writes the text of a cell as `ST_Xstring`.
///
/// A character that XML does not allow is written as `_xHHHH_`. So that a literal `_xHHHH_` can be written,
/// its underscore becomes `_x005F_`.
///
/// Source: ECMA-376-1:2016, 22.9.2.19.
enum CellText {
  /// The maximum number of UTF-16 code units in a cell.
  static let mostUnits = 32_767

  /// Appends `bytes`, which are valid UTF-8, escaped.
  static func append(_ bytes: UnsafeBufferPointer<UInt8>, to xml: inout XMLWriter) {
    var run = 0
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      guard mayNeedEscape(byte) else {
        place &+= 1
        continue
      }
      guard let length = escapedLength(bytes, place) else {
        place &+= 1
        continue
      }
      xml.append(UnsafeBufferPointer(rebasing: bytes[run..<place]))
      appendEscape(bytes, place, to: &xml)
      place &+= length
      run = place
    }
    xml.append(UnsafeBufferPointer(rebasing: bytes[run...]))
  }

  /// `text` with characters that XML does not allow, and whatever looks like an escape, escaped.
  static func encoded(_ text: String) -> String {
    var text = text
    return text.withUTF8 { bytes in
      guard bytes.contains(where: { mayNeedEscape($0) }) else { return nil }
      var encoded: [UInt8] = []
      encoded.reserveCapacity(bytes.count &+ 16)
      var place = 0
      while place < bytes.count {
        if let code = escapedCode(bytes, place) {
          encoded += escape(code.value).utf8
          place &+= code.length
        } else {
          encoded.append(bytes[place])
          place &+= 1
        }
      }
      return String(decoding: encoded, as: UTF8.self)
    } ?? text
  }

  /// Whether leading or trailing white space, or a line break, needs `xml:space`.
  static func needsPreserving(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = bytes.first, let last = bytes.last else { return false }
    if first <= 0x20 || last <= 0x20 { return true }
    return bytes.contains(0x0A)
  }

  /// The number of UTF-16 code units in `bytes`; their count in bytes if that is within `mostUnits`.
  static func unitCount(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    guard bytes.count > mostUnits else { return bytes.count }
    return bytes.reduce(0) { $0 &+ ($1 & 0xC0 == 0x80 ? 0 : 1) &+ ($1 >= 0xF0 ? 1 : 0) }
  }

  private static func escapedLength(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int? {
    switch bytes[place] {
    case 0x26, 0x3C, 0x3E: 1
    default: escapedCode(bytes, place)?.length
    }
  }

  private static func appendEscape(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, to xml: inout XMLWriter
  ) {
    switch bytes[place] {
    case 0x26: xml.append("&amp;")
    case 0x3C: xml.append("&lt;")
    case 0x3E: xml.append("&gt;")
    default:
      guard let code = escapedCode(bytes, place) else { return }
      var text = escape(code.value)
      text.withUTF8 { xml.append($0) }
    }
  }

  /// The character at `place` if it must be written as `_xHHHH_`, and its length in bytes.
  private static func escapedCode(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int
  ) -> (value: Int, length: Int)? {
    switch bytes[place] {
    case 0x09, 0x0A: nil
    case let control where control < 0x20: (Int(control), 1)
    case 0x5F where looksLikeEscape(bytes, place): (0x5F, 1)
    case 0xEF
    where place &+ 2 < bytes.count && bytes[place &+ 1] == 0xBF
      && bytes[place &+ 2] >= 0xBE:
      (0xFF40 + Int(bytes[place &+ 2]), 3)
    default: nil
    }
  }

  private static func looksLikeEscape(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    guard place &+ 6 < bytes.count, bytes[place &+ 1] | 0x20 == 0x78, bytes[place &+ 6] == 0x5F
    else { return false }
    return bytes[(place &+ 2)..<(place &+ 6)].allSatisfy {
      (0x30...0x39).contains($0) || (0x61...0x66).contains($0 | 0x20)
    }
  }

  private static func escape(_ value: Int) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return "_x" + String(repeating: "0", count: 4 - digits.count) + digits + "_"
  }

  /// Whether `byte` may begin something to escape: `&`, `<`, `>`, `_`, a control character other than tab and
  /// line feed, or the first byte of U+FFFE.
  private static func mayNeedEscape(_ byte: UInt8) -> Bool {
    guard byte >= 0x40 else { return 0x5000_0040_FFFF_F9FF >> UInt64(byte) & 1 == 1 }
    return byte == 0x5F || byte == 0xEF
  }
}
