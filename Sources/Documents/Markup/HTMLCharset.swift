/// The encoding that a page declares for itself.
package enum HTMLCharset {
  /// The number of bytes of a page that are searched: four times that of the HTML Standard (13.2.3.2).
  private static let searched = 1_024 * 4

  /// The name after `charset=` in the first bytes of a page, or nil.
  package static func declared(in page: [UInt8]) -> String? {
    let head = page.prefix(searched).map {
      ("A"..."Z").contains(Unicode.Scalar($0)) ? $0 | 0x20 : $0
    }
    let key = Array("charset".utf8)
    var start = 0
    while let found = index(of: key, in: head, from: start) {
      start = found + key.count
      var rest = head[start...].drop(while: isSpace)
      guard rest.first == UInt8(ascii: "=") else { continue }
      rest = rest.dropFirst().drop {
        isSpace($0) || $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
      }
      let name = rest.prefix(while: isNameByte)
      if !name.isEmpty { return String(decoding: name, as: UTF8.self) }
    }
    return nil
  }

  private static func index(of key: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= key.count, start <= bytes.count - key.count else { return nil }
    return (start...(bytes.count - key.count)).first {
      bytes[$0..<($0 + key.count)].elementsEqual(key)
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool { byte <= 0x20 }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
