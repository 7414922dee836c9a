import OpenPackaging

/// The encoding of an XML part to edit: UTF-8, or one that converts to UTF-8 and back without loss.
///
/// Source: XML 1.0, 4.3.3 and appendix F.
enum PartEncoding: Equatable {
  /// UTF-8, with or without a byte order mark, and ASCII.
  case utf8
  /// UTF-16, with or without a byte order mark.
  case utf16(isBigEndian: Bool)
  /// ISO-8859-1.
  case latin1

  /// Detects the encoding of a part by its byte order mark, or else by its declaration.
  ///
  /// - Throws: ``WorkbookEditorError`` for any other encoding.
  init(of bytes: [UInt8], in part: PartName) throws {
    switch Array(bytes.prefix(4)) {
    case [0xFF, 0xFE, 0, 0], [0, 0, 0xFE, 0xFF], [0x3C, 0, 0, 0], [0, 0, 0, 0x3C]:
      throw WorkbookEditorError(.encoding("UTF-32"), part: part.path)
    case let start where start.starts(with: [0xFE, 0xFF]) || start == [0, 0x3C, 0, 0x3F]:
      self = .utf16(isBigEndian: true)
      return
    case let start where start.starts(with: [0xFF, 0xFE]) || start == [0x3C, 0, 0x3F, 0]:
      self = .utf16(isBigEndian: false)
      return
    default: break
    }
    switch Self.declared(in: bytes) {
    case nil, "UTF-8", "UTF8", "US-ASCII", "ASCII": self = .utf8
    case "ISO-8859-1", "LATIN1": self = .latin1
    case let other?: throw WorkbookEditorError(.encoding(other), part: part.path)
    }
  }

  /// The encoding's name in the XML declaration of a part, in capitals.
  private static func declared(in bytes: [UInt8]) -> String? {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard bytes[start...].starts(with: "<?xml".utf8) else { return nil }
    let declaration = String(
      decoding: bytes[start...].prefix(200).prefix { $0 != 0x3E }, as: UTF8.self)
    guard let range = declaration.firstRange(of: "encoding") else { return nil }
    let parts = declaration[range.upperBound...].split(omittingEmptySubsequences: false) {
      $0 == "\"" || $0 == "'"
    }
    return parts.count > 1 ? parts[1].uppercased() : nil
  }

  /// Converts a part to UTF-8.
  func decoded(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: return bytes
    case .latin1:
      return Array(String(String.UnicodeScalarView(bytes.map { Unicode.Scalar($0) })).utf8)
    case .utf16(let isBigEndian):
      let units = stride(from: 0, to: bytes.count - 1, by: 2).map { place in
        let (first, second) = (UInt16(bytes[place]), UInt16(bytes[place + 1]))
        return isBigEndian ? first << 8 | second : second << 8 | first
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    }
  }

  /// Converts UTF-8 to this encoding; unsupported characters become character references.
  func encoded(_ bytes: [UInt8]) -> [UInt8] {
    switch self {
    case .utf8: return bytes
    case .latin1:
      return String(decoding: bytes, as: UTF8.self).unicodeScalars.flatMap { scalar -> [UInt8] in
        UInt8(exactly: scalar.value).map { [$0] } ?? Array("&#\(scalar.value);".utf8)
      }
    case .utf16(let isBigEndian):
      return String(decoding: bytes, as: UTF8.self).utf16.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isBigEndian ? [high, low] : [low, high]
      }
    }
  }
}
