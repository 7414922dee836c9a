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

  /// The place of the next byte, with room for `byteCount`, what may be written over among them.
  ///
  /// Nothing is appended before ``advance(to:)`` has it back.
  @inlinable @inline(__always)
  package mutating func cursor(room byteCount: Int) -> WindowCursor {
    reserve(byteCount)
    return WindowCursor(base + count)
  }

  /// Appends what was put by a cursor that ``cursor(room:)`` gave.
  @inlinable @inline(__always)
  package mutating func advance(to cursor: WindowCursor) { count = cursor.place - base }

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
    var cursor = cursor(room: WindowCursor.numberRoom)
    if value < 0 { cursor.put(byte: 0x2D) }
    cursor.put(whole: value.magnitude)
    advance(to: cursor)
  }

  /// Appends the shortest decimal text that reads back as the same double.
  ///
  /// `value` must be finite; the caller refuses what a sheet cannot hold.
  @inlinable
  package mutating func append(_ value: Double) {
    var cursor = cursor(room: WindowCursor.numberRoom)
    cursor.put(value)
    advance(to: cursor)
  }
}
