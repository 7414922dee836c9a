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

  /// Appends what `body` puts, at most `byteCount` bytes; what it may write over counts among them.
  @inlinable @inline(__always)
  package mutating func append(atMost byteCount: Int, _ body: (inout WindowCursor) -> Void) {
    reserve(byteCount)
    var cursor = WindowCursor(base + count)
    body(&cursor)
    count = cursor.place - base
  }

  /// Appends one byte as it stands.
  @inlinable
  package mutating func append(byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  /// Appends the program's own text as it stands, also inside a start tag.
  @inlinable
  package mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a whole number in decimal digits.
  @inlinable
  package mutating func append(_ value: Int) {
    append(atMost: WindowCursor.numberRoom) { cursor in
      if value < 0 { cursor.put(byte: 0x2D) }
      cursor.put(whole: value.magnitude)
    }
  }

  /// Appends the shortest decimal text that reads back as the same double.
  ///
  /// `value` must be finite; the caller refuses what a sheet cannot hold.
  @inlinable
  package mutating func append(_ value: Double) {
    append(atMost: WindowCursor.numberRoom) { $0.put(value) }
  }
}
