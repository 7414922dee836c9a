/// The name of an element or attribute as it stands in the document, all ASCII.
///
/// Source: Namespaces in XML 1.0, productions [4] and [7].
struct QualifiedName {
  let start: UnsafePointer<UInt8>
  /// How many bytes it has, prefix and colon included.
  let count: Int
  /// How many bytes its prefix has; 0 for none.
  let prefixCount: Int

  /// Behind its last byte.
  var end: UnsafePointer<UInt8> { start + count }

  /// Where the name without its prefix begins.
  var local: UnsafePointer<UInt8> { prefixCount == 0 ? start : start + prefixCount + 1 }

  /// The prefix; empty for none.
  var prefix: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: prefixCount)
  }

  /// Whether an attribute of that name declares a namespace.
  var isDeclaration: Bool {
    guard start[0] == UInt8(ascii: "x"), count >= 5 else { return false }
    var next = start
    return Prologue.skip("xmlns", &next) && (prefixCount == 5 || count == 5)
  }

  /// The prefix that such an attribute declares; empty for the default.
  var declaredPrefix: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: local, count: prefixCount == 0 ? 0 : end - local)
  }

  /// Whether two names are the same but for their prefixes.
  func hasSameLocalName(as other: QualifiedName) -> Bool {
    let count = end - local
    guard count == other.end - other.local else { return false }
    for offset in 0..<count where local[offset] != other.local[offset] { return false }
    return true
  }

  /// Steps `place` over a name; nil where there is none, or one with other characters.
  static func scan(_ place: inout UnsafePointer<UInt8>) -> QualifiedName? {
    let start = place
    guard skipPart(&place) else { return nil }
    var prefixCount = 0
    if place[0] == UInt8(ascii: ":") {
      prefixCount = place - start
      place += 1
      guard skipPart(&place) else { return nil }
    }
    guard place[0] < 0x80, place[0] != UInt8(ascii: ":") else { return nil }
    return QualifiedName(start: start, count: place - start, prefixCount: prefixCount)
  }

  /// Steps over a name without a colon; false where there is none.
  @inline(__always)
  private static func skipPart(_ place: inout UnsafePointer<UInt8>) -> Bool {
    guard isLetter(place[0]) else { return false }
    repeat { place += 1 } while isLetter(place[0]) || isDigitOrSign(place[0])
    return true
  }

  @inline(__always)
  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "_")
  }

  @inline(__always)
  private static func isDigitOrSign(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
  }
}
