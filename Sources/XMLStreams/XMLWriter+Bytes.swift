extension XMLWriter {
  /// Appends the program's own text as it stands; it ends an open start tag first.
  @inlinable
  package mutating func literal(_ text: StaticString) {
    closeTag()
    append(text)
  }

  /// Appends `bytes` as they stand: UTF-8 that is already escaped.
  ///
  /// It does not look at an open start tag, so it serves inside one as well as between elements.
  @inlinable
  package mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    var offset = 0
    while offset < bytes.count {
      let piece = min(bytes.count &- offset, Self.windowByteCount)
      reserve(piece)
      base.advanced(by: count).update(from: start.advanced(by: offset), count: piece)
      count &+= piece
      offset &+= piece
    }
  }

  /// Appends one byte as it stands.
  @inlinable
  package mutating func append(byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  /// Appends the lowest `count` bytes of `packed`, at most eight, the lowest first.
  @inlinable
  package mutating func append(packed: UInt64, count byteCount: Int) {
    reserve(8)
    UnsafeMutableRawPointer(base + count).storeBytes(of: packed.littleEndian, as: UInt64.self)
    count &+= byteCount
  }

  /// Appends the program's own text as it stands, also inside a start tag.
  @inlinable
  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a whole number in decimal digits.
  @inlinable
  package mutating func append(_ value: Int) {
    reserve(20)
    if value < 0 {
      base[count] = 0x2D
      count &+= 1
    }
    appendDigits(value.magnitude)
  }

  /// Appends decimal digits; there is room for 20 of them.
  @inlinable
  mutating func appendDigits(_ value: UInt) {
    var length = 1
    var rest = value
    while rest >= 10 {
      rest /= 10
      length &+= 1
    }
    var place = count &+ length
    count = place
    rest = value
    repeat {
      place &-= 1
      base[place] = 0x30 &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    } while rest > 0
  }
}
