/// The bytes that end an unquoted field: the delimiter, a carriage return or a line feed.
struct FieldMarks {
  private let delimiter: UInt8
  private let delimiters: UInt64

  init(delimiter: UInt8) {
    self.delimiter = delimiter
    delimiters = Self.ones &* UInt64(delimiter)
  }

  /// The index of the first mark in `bytes[start..<end]`; `end` if there is none.
  ///
  /// It compares eight bytes at a time. A byte after a zero byte may be found by mistake, so only the lowest
  /// byte found is right; it is the first in memory.
  @inline(__always)
  func first(in bytes: UnsafeMutablePointer<UInt8>, from start: Int, to end: Int) -> Int {
    var place = start
    while place &+ 8 <= end {
      let word = UInt64(
        littleEndian: UnsafeRawPointer(bytes + place).loadUnaligned(as: UInt64.self))
      let found =
        Self.zeros(word ^ delimiters) | Self.zeros(word ^ Self.ones &* 0x0A)
        | Self.zeros(word ^ Self.ones &* 0x0D)
      if found != 0 { return place &+ found.trailingZeroBitCount / 8 }
      place &+= 8
    }
    while place < end {
      let byte = bytes[place]
      if byte == delimiter || byte == 0x0A || byte == 0x0D { break }
      place &+= 1
    }
    return place
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101

  /// A word with the highest bit of each zero byte set.
  private static func zeros(_ word: UInt64) -> UInt64 {
    (word &- ones) & ~word & 0x8080_8080_8080_8080
  }
}
