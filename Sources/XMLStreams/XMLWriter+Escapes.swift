extension XMLWriter {
  /// Appends UTF-8, with the characters escaped that would end text or an attribute, or not survive parsing.
  ///
  /// A carriage return is always a character reference, since a parser turns a literal one into a line feed;
  /// in attributes so are tab and line feed (XML 1.0, 2.11 and 3.3.3).
  mutating func escape(_ bytes: UnsafeBufferPointer<UInt8>, inAttribute: Bool) {
    var run = 0
    var place = 0
    while place < bytes.count {
      guard let (replacement, length) = Self.replacement(bytes, place, inAttribute: inAttribute)
      else {
        place &+= 1
        continue
      }
      append(UnsafeBufferPointer(rebasing: bytes[run..<place]))
      append(replacement)
      place &+= length
      run = place
    }
    append(UnsafeBufferPointer(rebasing: bytes[run...]))
  }

  private static func replacement(
    _ bytes: UnsafeBufferPointer<UInt8>, _ place: Int, inAttribute: Bool
  ) -> (StaticString, Int)? {
    switch bytes[place] {
    case 0x26: ("&amp;", 1)
    case 0x3C: ("&lt;", 1)
    case 0x3E: ("&gt;", 1)
    case 0x22 where inAttribute: ("&quot;", 1)
    case 0x09 where inAttribute: ("&#9;", 1)
    case 0x0A where inAttribute: ("&#10;", 1)
    case 0x0D: ("&#13;", 1)
    case 0x09, 0x0A: nil
    case 0..<0x20: ("\u{FFFD}", 1)
    case 0xEF where isNoncharacter(bytes, place): ("\u{FFFD}", 3)
    default: nil
    }
  }

  /// Whether U+FFFE or U+FFFF is at `place`; XML 1.0 does not allow them (2.2, `Char`).
  private static func isNoncharacter(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    place &+ 2 < bytes.count && bytes[place &+ 1] == 0xBF && bytes[place &+ 2] >= 0xBE
  }
}
