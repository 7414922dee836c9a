extension ForeignFormat {
  /// The number of bytes at the start of a file that ``init(start:streams:)`` reads at most.
  package static let startLength = 4096

  /// Recognizes a file by its first bytes.
  ///
  /// - Parameters:
  ///   - start: the first ``startLength`` bytes, or all of a shorter file.
  ///   - streams: returns the stream names of the file; called only for a compound file.
  package init(start: [UInt8], streams: () -> Set<String>) {
    if start.isEmpty {
      self = .empty
    } else if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      self = Self.compound(streams())
    } else if let magic = Self.magics.first(where: { start.starts(with: $0.bytes) }) {
      self = magic.format
    } else if start.allSatisfy({ $0 == 0 }) {
      self = .zeros
    } else {
      self = Self.text(start) ?? .unknown
    }
  }

  private static func compound(_ streams: Set<String>) -> ForeignFormat {
    if streams.contains("encryptedpackage") { return .encryptedWorkbook }
    return streams.isDisjoint(with: ["workbook", "book"]) ? .compoundFile : .legacyWorkbook
  }

  private static let magics: [(bytes: [UInt8], format: ForeignFormat)] = [
    (Array("%PDF-".utf8), .pdf),
    ([0x1F, 0x8B, 0x08], .gzip),
    (Array("Rar!\u{1A}\u{07}".utf8), .rar),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
    (Array("{\\rtf".utf8), .rtf),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], .image("PNG")),
    ([0xFF, 0xD8, 0xFF], .image("JPEG")),
    (Array("GIF8".utf8), .image("GIF")),
    ([0x49, 0x49, 0x2A, 0x00], .image("TIFF")),
    ([0x4D, 0x4D, 0x00, 0x2A], .image("TIFF")),
    // BOF records of BIFF2, BIFF3 and BIFF4 with their lengths.
    ([0x09, 0x00, 0x04, 0x00], .bareLegacyWorkbook),
    ([0x09, 0x02, 0x06, 0x00], .bareLegacyWorkbook),
    ([0x09, 0x04, 0x06, 0x00], .bareLegacyWorkbook),
    ([0x09, 0x08, 0x08, 0x00], .bareLegacyWorkbook),
    ([0x09, 0x08, 0x10, 0x00], .bareLegacyWorkbook),
  ]

  /// The kind of text that the bytes are; nil if they contain control characters.
  private static func text(_ start: [UInt8]) -> ForeignFormat? {
    if start.count > 14, start[0] == 0x42, start[1] == 0x4D, start[6...9].allSatisfy({ $0 == 0 }) {
      return .image("BMP")
    }
    var characters = start[...]
    if start.starts(with: [0xFF, 0xFE]) || start.starts(with: [0xFE, 0xFF]) {
      // UTF-16: only ASCII matters here, so the zero bytes may go.
      characters = start.dropFirst(2).filter { $0 != 0 }[...]
    } else if start.starts(with: [0xEF, 0xBB, 0xBF]) {
      characters = start.dropFirst(3)
    }
    let blank: Set<UInt8> = [0x09, 0x0A, 0x0C, 0x0D, 0x20]
    guard characters.allSatisfy({ $0 >= 0x20 || blank.contains($0) }) else { return nil }
    let visible = characters.drop { blank.contains($0) }
    if visible.first == UInt8(ascii: "<") { return markup(visible) }
    let lines = visible.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D })
    let isDelimited = lines.prefix(3).allSatisfy { line in
      line.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";") || $0 == 0x09 }
    }
    return isDelimited && lines.count > 1 ? .delimitedText : .text
  }

  private static func markup(_ bytes: ArraySlice<UInt8>) -> ForeignFormat {
    let text = String(decoding: bytes, as: UTF8.self).lowercased()
    if text.contains("urn:schemas-microsoft-com:office:spreadsheet") { return .spreadsheetML2003 }
    if text.contains("<html") || text.contains("<!doctype html") || text.contains("<table") {
      return .html
    }
    return .xml
  }
}
