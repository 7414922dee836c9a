extension [UInt8] {
  /// The little-endian 16-bit number at `offset`; the caller has checked the bounds.
  func littleEndian16(at offset: Int) -> Int {
    Int(self[offset]) | Int(self[offset + 1]) << 8
  }

  /// The little-endian 32-bit number at `offset`; the caller has checked the bounds.
  func littleEndian32(at offset: Int) -> Int {
    littleEndian16(at: offset) | littleEndian16(at: offset + 2) << 16
  }

  /// The little-endian 64-bit number at `offset`, at most `Int.max`.
  func littleEndian64(at offset: Int) -> Int {
    let high = littleEndian32(at: offset + 4)
    return high >= 1 << 31 ? .max : littleEndian32(at: offset) | high << 32
  }
}
