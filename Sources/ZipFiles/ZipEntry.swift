/// One entry of an archive, as the directory tells it; nothing of it is trusted before it is read.
package struct ZipEntry: Hashable, Sendable {
  /// The place in the directory, from 0.
  package let index: Int
  /// The name as it is stored, decoded from UTF-8 or code page 437.
  package let name: String
  /// The bytes it says it inflates to.
  package let size: Int
  /// The bytes it takes up in the archive.
  package let compressedSize: Int
  /// The CRC-32 of the inflated bytes.
  package let checksum: UInt32
  /// The compression method: 0 stored, 8 deflated.
  package let method: Int
  /// Whether the bytes are encrypted.
  package let isEncrypted: Bool

  /// Whether it stands for a folder; such entries hold nothing.
  package var isDirectory: Bool { name.utf8.last.map { $0 == 0x2F || $0 == 0x5C } ?? false }

  /// The name with its separators mended and ASCII letters in lower case, without a leading slash.
  ///
  /// Two entries with one key are one part of a package: names are compared so (ECMA-376-2, 7.2.3.5).
  package var key: String { Self.key(of: name) }

  /// The ``key`` of an entry that would have this name.
  package static func key(of name: String) -> String {
    let mended = name.utf8.lazy.map { byte in
      switch byte {
      case 0x41...0x5A: byte | 0x20
      case 0x5C: UInt8(0x2F)
      default: byte
      }
    }
    return String(decoding: mended.drop { $0 == 0x2F }, as: UTF8.self)
  }

  /// Whether the name stays inside the archive, taken as a path: no NUL, no drive, no climbing out.
  static func isSafe(_ name: ArraySlice<UInt8>) -> Bool {
    guard !name.contains(0) else { return false }
    if name.dropFirst().first == UInt8(ascii: ":") { return false }
    var depth = 0
    for step in name.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }) {
      if step == [0x2E] { continue }
      depth += step == [0x2E, 0x2E] ? -1 : 1
      guard depth >= 0 else { return false }
    }
    return true
  }
}
