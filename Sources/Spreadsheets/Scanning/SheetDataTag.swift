/// Finds what may be the start tag of `<sheetData>`; libxml2 says whether it is.
struct SheetDataTag {
  /// Where the tag begins.
  let offset: Int
  /// How many bytes it has.
  let length: Int
  /// Its prefix; empty for none.
  let prefix: [UInt8]

  private static let name = Array("sheetData".utf8)

  /// The first candidate in `window` that is whole.
  static func find(in window: borrowing ScanWindow) -> SheetDataTag? {
    let bytes = window.content
    var index = 0
    while let start = nextTag(in: bytes, from: index) {
      if let tag = SheetDataTag(bytes, at: start), tag.length > 0 { return tag }
      index = start + 1
    }
    return nil
  }

  /// How many bytes at the front of `window` cannot be the beginning of a candidate that is cut off.
  static func safeLength(in window: borrowing ScanWindow) -> Int {
    let bytes = window.content
    guard let last = bytes.lastIndex(of: UInt8(ascii: "<")) else { return bytes.count }
    return bytes[last...].contains(UInt8(ascii: ">")) ? bytes.count : last
  }

  private static func nextTag(in bytes: UnsafeRawBufferPointer, from index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    return bytes[index...].firstIndex(of: UInt8(ascii: "<"))
  }

  /// Reads the tag at `start`; nil where it is another, or not all there.
  private init?(_ bytes: UnsafeRawBufferPointer, at start: Int) {
    var index = start + 1
    let nameStart = index
    while index < bytes.count, Self.isNameByte(bytes[index]) { index += 1 }
    let full = bytes[nameStart..<index]
    let parts = full.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard 1...2 ~= parts.count, let local = parts.last, local.elementsEqual(Self.name),
      let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")), end > start,
      bytes[end - 1] != UInt8(ascii: "/")
    else { return nil }
    offset = start
    length = end + 1 - start
    prefix = parts.count == 2 ? Array(parts[0]) : []
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
