extension PartName {
  /// The path percent-decoded, with ASCII letters in lower case.
  ///
  /// Nil if an encoded slash or NUL would change the path (ECMA-376-2:2021, 6.2.2.3).
  static func key(of path: String) -> String? {
    guard path.utf8.contains(UInt8(ascii: "%")) else {
      return path.utf8.contains(0) ? nil : lowercased(path)
    }
    var decoded: [UInt8] = []
    decoded.reserveCapacity(path.utf8.count)
    var rest = path.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%"), let value = hexadecimal(rest.prefix(2)) else {
        decoded.append(byte)
        continue
      }
      decoded.append(value)
      rest = rest.dropFirst(2)
      guard value != 0, value != 0x2F, value != 0x5C else { return nil }
    }
    return lowercased(String(decoding: decoded, as: UTF8.self))
  }

  /// The text with ASCII letters only in lower case.
  static func lowercased(_ text: String) -> String {
    String(decoding: text.utf8.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }, as: UTF8.self)
  }

  private static func hexadecimal(_ digits: Substring.UTF8View) -> UInt8? {
    digits.count == 2 ? UInt8(Substring(digits), radix: 16) : nil
  }
}
