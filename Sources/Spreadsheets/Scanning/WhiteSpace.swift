/// White space between and inside tags.
enum WhiteSpace {
  /// Advances past white space and counts line feeds; returns whether there was any.
  @inline(__always)
  static func skip(_ place: inout UnsafePointer<UInt8>, lines: inout Int) -> Bool {
    let start = place
    while place[0] <= 0x20 {
      switch place[0] {
      case 0x20, UInt8(ascii: "\t"), UInt8(ascii: "\r"): break
      case UInt8(ascii: "\n"): lines += 1
      default: return place > start
      }
      place += 1
    }
    return place > start
  }
}
