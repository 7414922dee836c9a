import XMLStreams

/// Finds a candidate for the start tag after which a scanner can begin; the parser confirms it.
struct OpeningTag {
  /// The result of a search in a window.
  enum Search {
    /// The tag may follow.
    case needsMore
    /// The window is full of what may be the beginning of the tag: too long for a scanner.
    case tooLong
    /// A tag of that name has been read, with this prefix.
    case candidate(prefix: [UInt8])
  }

  /// Passes `window` to `parser` up to and including the first candidate for `name`, but without the
  /// beginning of an incomplete one.
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

  /// The offset of the tag.
  let offset: Int
  /// The number of bytes.
  let length: Int
  /// Its prefix; empty if it has none.
  let prefix: [UInt8]

  /// The first complete candidate for `name` in `window`.
  private static func find(_ name: StaticString, in window: borrowing ScanWindow) -> OpeningTag? {
    let bytes = window.content
    var index = 0
    while let start = nextTag(in: bytes, from: index) {
      if let tag = OpeningTag(name, bytes, at: start) { return tag }
      index = start + 1
    }
    return nil
  }

  /// The number of bytes at the start of `window` that cannot belong to an incomplete candidate.
  private static func safeLength(in window: borrowing ScanWindow) -> Int {
    let bytes = window.content
    guard let last = bytes.lastIndex(of: UInt8(ascii: "<")) else { return bytes.count }
    return bytes[last...].contains(UInt8(ascii: ">")) ? bytes.count : last
  }

  private static func nextTag(in bytes: UnsafeRawBufferPointer, from index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    return bytes[index...].firstIndex(of: UInt8(ascii: "<"))
  }

  /// Parses the tag at `start`; nil if it is another tag or incomplete.
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
      // A tag with non-ASCII bytes is left to the parser: read alone, it could cause a different error.
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
