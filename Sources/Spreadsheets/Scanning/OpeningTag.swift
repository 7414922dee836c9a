import XMLStreams

/// Finds what may be the start tag behind which a scanner can begin; a parser says whether it is.
struct OpeningTag {
  /// What came of looking for the tag in a window.
  enum Search {
    /// It may come later.
    case needsMore
    /// The window is full of something that may be its beginning: too long for a scanner.
    case tooLong
    /// A tag of that name has been read, under this prefix.
    case candidate(prefix: [UInt8])
  }

  /// Lets `parser` read what is in `window` up to and with the first candidate for `name`, but not
  /// what may be the beginning of one.
  static func read(
    upTo name: StaticString, from window: inout ScanWindow, by parser: inout XMLPushParser
  ) throws -> Search {
    guard let candidate = find(name, in: window) else {
      try window.take(safeLength(in: window)) { try parser.push($0) }
      return window.isFull ? .tooLong : .needsMore
    }
    try window.take(candidate.offset) { try parser.push($0) }
    try window.take(candidate.length) { try parser.push($0) }
    return .candidate(prefix: candidate.prefix)
  }

  /// Where the tag begins.
  let offset: Int
  /// How many bytes it has.
  let length: Int
  /// Its prefix; empty for none.
  let prefix: [UInt8]

  /// The first candidate for `name` in `window` that is whole.
  private static func find(_ name: StaticString, in window: borrowing ScanWindow) -> OpeningTag? {
    let bytes = window.content
    var index = 0
    while let start = nextTag(in: bytes, from: index) {
      if let tag = OpeningTag(name, bytes, at: start) { return tag }
      index = start + 1
    }
    return nil
  }

  /// How many bytes at the front of `window` cannot be the beginning of a candidate that is cut off.
  private static func safeLength(in window: borrowing ScanWindow) -> Int {
    let bytes = window.content
    guard let last = bytes.lastIndex(of: UInt8(ascii: "<")) else { return bytes.count }
    return bytes[last...].contains(UInt8(ascii: ">")) ? bytes.count : last
  }

  private static func nextTag(in bytes: UnsafeRawBufferPointer, from index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    return bytes[index...].firstIndex(of: UInt8(ascii: "<"))
  }

  /// Reads the tag at `start`; nil where it is another, or not all there.
  private init?(_ name: StaticString, _ bytes: UnsafeRawBufferPointer, at start: Int) {
    var index = start + 1
    var local = index
    while index < bytes.count, Self.isNameByte(bytes[index]) {
      if bytes[index] == UInt8(ascii: ":") {
        guard local == start + 1 else { return nil }  // a second colon
        local = index + 1
      }
      index += 1
    }
    guard index - local == name.utf8CodeUnitCount else { return nil }
    for offset in 0..<(index - local) where bytes[local + offset] != name.utf8Start[offset] {
      return nil
    }
    guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")), end > start,
      bytes[end - 1] != UInt8(ascii: "/"),
      // Alone, a tag with bytes that are no UTF-8 is found fault with in other words.
      bytes[start..<end].allSatisfy({ $0 < 0x80 })
    else { return nil }
    offset = start
    length = end + 1 - start
    prefix = local == start + 1 ? [] : Array(bytes[(start + 1)..<(local - 1)])
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"),
      UInt8(ascii: "-"), UInt8(ascii: "."), 0x80...:
      true
    default: false
    }
  }
}
