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

  /// Whether the name stays inside the archive, taken as a path: no NUL, no drive, no climbing out.
  static func isSafe(_ name: ArraySlice<UInt8>) -> Bool {
    if name.dropFirst().first == UInt8(ascii: ":") { return false }
    // Most names have neither a NUL nor two dots on end, and there is nothing more to ask of them.
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
