/// The encodings of delimited output, by their names for `--output-encoding`.
package enum OutputEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8 with a byte order mark, without which Excel and WPS misread a CSV file.
  case utf8WithMark = "utf-8-bom"
  /// UTF-8.
  case utf8 = "utf-8"
  /// UTF-16, little-endian with a byte order mark, as in Excel's "Unicode text".
  case utf16 = "utf-16"
  /// GB 18030.
  case gb18030 = "gb18030"

  /// The byte order mark.
  var mark: [UInt8] {
    switch self {
    case .utf8WithMark: [0xEF, 0xBB, 0xBF]
    case .utf16: [0xFF, 0xFE]
    case .utf8, .gb18030: []
    }
  }

  /// The encoding of the text after the mark.
  var encoding: TextEncoding {
    switch self {
    case .utf8WithMark, .utf8: .utf8
    case .utf16: .utf16LittleEndian
    case .gb18030: .gb18030
    }
  }
}
