/// A character encoding, by its iconv name.
package struct TextEncoding: Sendable, Hashable {
  /// The name, such as `GB18030`.
  package let name: String

  /// UTF-8.
  package static let utf8 = TextEncoding(known: "UTF-8")
  /// UTF-16, little-endian.
  package static let utf16LittleEndian = TextEncoding(known: "UTF-16LE")
  /// UTF-16, big-endian.
  package static let utf16BigEndian = TextEncoding(known: "UTF-16BE")
  /// GB 18030, which includes GBK and GB 2312.
  package static let gb18030 = TextEncoding(known: "GB18030")

  private init(known name: String) { self.name = name }

  /// The names that messages offer; every other iconv name is accepted as well.
  package static let offeredNames = [
    "UTF-8", "UTF-16", "UTF-16LE", "UTF-16BE", "GB18030", "GBK", "GB2312", "BIG5", "BIG5-HKSCS",
    "SHIFT_JIS", "EUC-JP", "EUC-KR", "ISO-8859-1", "WINDOWS-1252",
  ]

  /// Parses an encoding's name in upper or lower case.
  ///
  /// `UTF-16` without a byte order means that of the byte order mark, or little-endian without one.
  /// - Throws: ``TextEncodingError/unknown(name:)``.
  package init(named name: String) throws(TextEncodingError) {
    let upper = name.uppercased()
    switch upper {
    case "UTF8", "UTF-8", "UTF-8-BOM", "UTF8-BOM": self = .utf8
    case "UTF16", "UTF-16", "UTF16LE", "UTF-16LE": self = .utf16LittleEndian
    case "UTF16BE", "UTF-16BE": self = .utf16BigEndian
    case "GB18030", "GB-18030": self = .gb18030
    default:
      // iconv's suffixes such as //IGNORE would drop text silently.
      let isPlain = upper.utf8.allSatisfy { byte in
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x2D, 0x5F, 0x2E, 0x3A: true
        default: false
        }
      }
      guard isPlain, !upper.isEmpty, EncodingConverter.knows(upper) else {
        throw .unknown(name: name)
      }
      self.name = upper
    }
  }
}
