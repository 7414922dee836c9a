/// Multibyte UTF-8 characters that XML allows.
enum UTF8Character {
  /// The length of the character at `place`, or 0 if there is none that XML allows.
  ///
  /// Misplaced bytes, overlong forms, surrogates, U+FFFE, U+FFFF, and values beyond U+10FFFF are rejected. A
  /// zero byte is never a continuation, so nothing beyond one is read.
  static func length(at place: UnsafePointer<UInt8>) -> Int {
    let first = place[0]
    switch first {
    case 0xC2...0xDF:
      return isContinuation(place[1]) ? 2 : 0
    case 0xE0...0xEF:
      guard isContinuation(place[1]), isContinuation(place[2]) else { return 0 }
      if first == 0xE0, place[1] < 0xA0 { return 0 }
      if first == 0xED, place[1] >= 0xA0 { return 0 }
      if first == 0xEF, place[1] == 0xBF, place[2] >= 0xBE { return 0 }
      return 3
    case 0xF0...0xF4:
      guard isContinuation(place[1]), isContinuation(place[2]), isContinuation(place[3]) else {
        return 0
      }
      if first == 0xF0, place[1] < 0x90 { return 0 }
      if first == 0xF4, place[1] >= 0x90 { return 0 }
      return 4
    default: return 0
    }
  }

  @inline(__always)
  private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
