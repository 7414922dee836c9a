/// Scans text between tags as libxml2 does, and stops at what is left to libxml2.
///
/// Every pointer argument is before a zero byte that ends the window (see ``ScanWindow``); no loop passes
/// that byte, because text cannot contain it.
enum ScannedText {
  /// The text in the window, which has no references.
  case plain(UnsafeBufferPointer<UInt8>)
  /// The text had references and has been decoded into the scratch buffer.
  case decoded

  /// Passes the text to `body`; `scratch` is the buffer that it was scanned with.
  @inline(__always)
  func withBytes<Result>(
    _ scratch: [UInt8], _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    switch self {
    case .plain(let bytes): try body(bytes)
    case .decoded: try scratch.withUnsafeBufferPointer(body)
    }
  }

  /// The class of a byte of text.
  private enum ByteClass {
    static let plain: UInt8 = 0
    static let lineFeed: UInt8 = 1
    static let greaterThan: UInt8 = 2
    static let multibyte: UInt8 = 3
    static let end: UInt8 = 4
    /// A byte that needs decoding.
    static let encoded: UInt8 = 5
    static let other: UInt8 = 6
  }

  private static let classes: [UInt8] = (0...255).map { byte in
    switch UInt8(byte) {
    case UInt8(ascii: "\n"): ByteClass.lineFeed
    case UInt8(ascii: "\t"): ByteClass.plain
    case UInt8(ascii: "\r"): ByteClass.encoded
    case 0..<0x20: ByteClass.other
    case UInt8(ascii: "<"): ByteClass.end
    case UInt8(ascii: ">"): ByteClass.greaterThan
    case UInt8(ascii: "&"): ByteClass.encoded
    case 0x80...: ByteClass.multibyte
    default: ByteClass.plain
    }
  }

  /// Advances `place` to the `<` that ends the text, and counts line feeds.
  ///
  /// Text with references is decoded into `scratch`, and the result is `decoded`. Nil if the scanner does not
  /// support the text; `place` is then where this was detected.
  @inline(__always)
  static func scan(
    _ place: inout UnsafePointer<UInt8>, lines: inout Int, scratch: inout [UInt8]
  ) -> ScannedText? {
    let start = place
    return classes.withUnsafeBufferPointer { classes in
      while true {
        switch classes[Int(place[0])] {
        case ByteClass.plain: place += 1
        case ByteClass.end:
          return .plain(UnsafeBufferPointer(start: start, count: place - start))
        case ByteClass.lineFeed:
          lines += 1
          place += 1
        case ByteClass.encoded:
          return decode(from: start, &place, lines: &lines, scratch: &scratch)
        default:
          guard step(over: &place, from: start) else { return nil }
        }
      }
    }
  }

  /// Advances past a `>` or a multibyte character; returns false if libxml2 would report an error.
  private static func step(
    over place: inout UnsafePointer<UInt8>, from start: UnsafePointer<UInt8>
  ) -> Bool {
    if place[0] == UInt8(ascii: ">") {
      let isSectionEnd =
        place - start >= 2 && place[-1] == UInt8(ascii: "]") && place[-2] == UInt8(ascii: "]")
      place += isSectionEnd ? 0 : 1
      return !isSectionEnd
    }
    guard place[0] >= 0x80 else { return false }
    let length = UTF8Character.length(at: place)
    place += length
    return length > 0
  }

  /// Decodes a text with references, or with line breaks of two characters, into `scratch`; `place` is at the
  /// first of them.
  private static func decode(
    from start: UnsafePointer<UInt8>, _ place: inout UnsafePointer<UInt8>, lines: inout Int,
    scratch: inout [UInt8]
  ) -> ScannedText? {
    scratch.removeAll(keepingCapacity: true)
    var from = start  // start of the run that is not yet copied
    func keepRun(upTo end: UnsafePointer<UInt8>) {
      scratch.append(contentsOf: UnsafeBufferPointer(start: from, count: end - from))
    }
    while true {
      switch classes[Int(place[0])] {
      case ByteClass.plain: place += 1
      case ByteClass.lineFeed:
        lines += 1
        place += 1
      case ByteClass.end:
        keepRun(upTo: place)
        return .decoded
      case ByteClass.encoded:
        keepRun(upTo: place)
        if place[0] == UInt8(ascii: "\r") {
          // XML converts CR LF to one line feed; a carriage return alone is left to libxml2.
          guard place[1] == UInt8(ascii: "\n") else { return nil }
          place += 1
        } else {
          guard let scalar = CharacterReference.scan(&place) else { return nil }
          CharacterReference.append(scalar, to: &scratch)
        }
        from = place
      default:
        guard step(over: &place, from: start) else { return nil }
      }
    }
  }
}
