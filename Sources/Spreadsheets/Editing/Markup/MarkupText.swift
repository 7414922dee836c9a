/// Text in the bytes of an XML part.
enum MarkupText {
  /// The text of `bytes`: references resolved, CDATA unwrapped, line ends converted to line feeds.
  static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
    guard bytes.contains(where: { $0 == 0x26 || $0 == 0x3C || $0 == 0x0D }) else {
      return String(decoding: bytes, as: UTF8.self)
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.first {
      if byte == 0x26, let (character, length) = reference(rest) {
        text += character.utf8
        rest = rest.dropFirst(length)
      } else if byte == 0x3C {
        rest = appendDeclaration(rest, to: &text)
      } else if byte == 0x0D {
        text.append(0x0A)
        rest = rest.dropFirst(rest.dropFirst().first == 0x0A ? 2 : 1)
      } else {
        text.append(byte)
        rest = rest.dropFirst()
      }
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// `text` escaped for an element's content or a double-quoted attribute.
  static func escaped(_ text: String) -> [UInt8] {
    let plain = Array(text.utf8)
    guard plain.contains(where: { $0 < 0x3F && isEscaped[Int($0)] }) else { return plain }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(plain.count + 32)
    for byte in plain {
      switch byte {
      case 0x26: bytes += "&amp;".utf8
      case 0x3C: bytes += "&lt;".utf8
      case 0x3E: bytes += "&gt;".utf8
      case 0x22: bytes += "&quot;".utf8
      case 0x0D: bytes += "&#13;".utf8
      default: bytes.append(byte)
      }
    }
    return bytes
  }

  private static let isEscaped = (0..<0x3F).map { (byte: UInt8) in
    [0x26, 0x3C, 0x3E, 0x22, 0x0D].contains(byte)
  }

  /// `text` escaped for an attribute, in which white space other than spaces would be lost.
  static func escapedForAttribute(_ text: String) -> [UInt8] {
    escaped(text).flatMap { byte -> [UInt8] in
      switch byte {
      case 0x09: Array("&#9;".utf8)
      case 0x0A: Array("&#10;".utf8)
      default: [byte]
      }
    }
  }

  /// The character of the reference at the start of `bytes`, and the reference's length.
  private static func reference(_ bytes: ArraySlice<UInt8>) -> (String, Int)? {
    guard let end = bytes.prefix(12).firstIndex(of: 0x3B) else { return nil }
    let name = String(decoding: bytes[(bytes.startIndex + 1)..<end], as: UTF8.self)
    let length = end - bytes.startIndex + 1
    switch name {
    case "amp": return ("&", length)
    case "lt": return ("<", length)
    case "gt": return (">", length)
    case "quot": return ("\"", length)
    case "apos": return ("'", length)
    default: break
    }
    let value =
      name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
    guard name.hasPrefix("#"), let value, let scalar = Unicode.Scalar(value) else { return nil }
    return (String(scalar), length)
  }

  /// Appends the text of a CDATA section at the start of `bytes`; returns the bytes after the markup.
  private static func appendDeclaration(
    _ bytes: ArraySlice<UInt8>, to text: inout [UInt8]
  ) -> ArraySlice<UInt8> {
    let isSection = bytes.starts(with: "<![CDATA[".utf8)
    let isComment = bytes.starts(with: "<!--".utf8)
    let close = Array((isSection ? "]]>" : isComment ? "-->" : ">").utf8)
    var place = bytes.startIndex + (isSection ? 9 : 1)
    let start = place
    while place + close.count <= bytes.endIndex {
      if bytes[place..<place + close.count].elementsEqual(close) {
        if isSection { text += bytes[start..<place] }
        return bytes[(place + close.count)...]
      }
      place += 1
    }
    return []
  }
}
