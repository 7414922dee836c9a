/// A start tag whose end has not been read yet.
enum HTMLPendingTag {
  /// The number of attributes in the bytes; nil if they are not a start tag.
  ///
  /// - Complexity: O(n) in the number of bytes.
  static func attributes(in bytes: UnsafeBufferPointer<UInt8>) -> Int? {
    guard bytes.count > 1, bytes[0] == UInt8(ascii: "<"), isLetter(bytes[1]) else { return nil }
    var count = -1
    var isInWord = false
    var isBehindEquals = false
    var quote: UInt8?
    for byte in bytes.dropFirst() {
      if let open = quote {
        if byte == open { quote = nil }
        continue
      }
      switch byte {
      case UInt8(ascii: ">"): return max(0, count)
      case 0...0x20, UInt8(ascii: "/"): isInWord = false
      case UInt8(ascii: "="): isBehindEquals = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isBehindEquals { quote = byte }
        isBehindEquals = false
        isInWord = false
      default:
        if !isInWord, !isBehindEquals { count += 1 }
        isInWord = true
        isBehindEquals = false
      }
    }
    return max(0, count)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }
}
