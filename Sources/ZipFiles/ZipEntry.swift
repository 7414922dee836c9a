/// One entry of an archive as the directory declares it; nothing of it is trusted before it is read.
package struct ZipEntry: Hashable, Sendable {
  /// The index in the directory, from 0.
  package let index: Int
  /// The stored name, decoded from UTF-8 or code page 437.
  package let name: String
  /// The declared number of inflated bytes.
  package let size: Int
  /// The number of compressed bytes in the archive.
  package let compressedSize: Int
  /// The CRC-32 of the inflated bytes.
  package let checksum: UInt32
  /// The compression method: 0 stored, 8 deflated.
  package let method: Int
  /// Whether the bytes are encrypted.
  package let isEncrypted: Bool

  /// Whether the entry is a folder; folders have no content.
  package var isDirectory: Bool { name.utf8.last.map { $0 == 0x2F || $0 == 0x5C } ?? false }

  /// The name with `/` as separator, ASCII letters in lower case, and no leading slash.
  ///
  /// Entries with the same key are the same part of a package (ECMA-376-2, 7.2.3.5).
  package var key: String { Self.key(of: name) }

  /// The ``key`` of an entry named `name`.
  package static func key(of name: String) -> String {
    var name = name
    return name.withUTF8 { bytes in
      let start = bytes.firstIndex { $0 != 0x2F && $0 != 0x5C } ?? bytes.count
      let rest = UnsafeBufferPointer(rebasing: bytes[start...])
      return String(unsafeUninitializedCapacity: rest.count) { buffer in
        for (index, byte) in rest.enumerated() {
          let lower = byte &- 0x41 < 26 ? byte | 0x20 : byte
          buffer.initializeElement(at: index, to: lower == 0x5C ? 0x2F : lower)
        }
        return rest.count
      }
    }
  }

  /// Whether the name, as a path, stays inside the archive: no NUL, no drive, no `..` that leads out.
  static func isSafe(_ name: ArraySlice<UInt8>) -> Bool {
    if name.dropFirst().first == UInt8(ascii: ":") { return false }
    // A name without a NUL and without two dots in a row, as most are, needs no further check.
    var last: UInt8 = 0x2F
    var isPlain = true
    for byte in name {
      if byte == 0 { return false }
      if byte == 0x2E, last == 0x2E { isPlain = false }
      last = byte
    }
    return isPlain || staysInside(name)
  }

  private static func staysInside(_ name: ArraySlice<UInt8>) -> Bool {
    var depth = 0
    for step in name.split(whereSeparator: { $0 == 0x2F || $0 == 0x5C }) where step != [0x2E] {
      depth += step == [0x2E, 0x2E] ? -1 : 1
      guard depth >= 0 else { return false }
    }
    return true
  }
}
