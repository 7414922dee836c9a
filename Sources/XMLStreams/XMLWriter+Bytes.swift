extension XMLWriter {
  /// Appends a constant text unchanged, after the end of an open start tag.
  @inlinable
  package mutating func literal(_ text: StaticString) {
    closeTag()
    append(text)
  }

  /// Appends `bytes` unchanged: UTF-8 that is already escaped.
  ///
  /// It does not end an open start tag, so it can be used inside one and between elements.
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

  /// The position of the next byte, with room for `byteCount` bytes, including those that may be overwritten.
  ///
  /// Nothing may be appended before ``advance(to:)`` is called with it.
  @inlinable @inline(__always)
  package mutating func cursor(room byteCount: Int) -> WindowCursor {
    reserve(byteCount)
    return WindowCursor(base + count)
  }

  /// Appends what was written at a cursor from ``cursor(room:)``.
  @inlinable @inline(__always)
  package mutating func advance(to cursor: WindowCursor) { count = cursor.place - base }

  /// Appends one byte unchanged.
  @inlinable
  package mutating func append(byte: UInt8) {
    reserve(1)
    base[count] = byte
    count &+= 1
  }

  /// Appends a constant text unchanged, also inside a start tag.
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
  /// `value` must be finite; the caller rejects other values.
  @inlinable
  package mutating func append(_ value: Double) {
    var cursor = cursor(room: WindowCursor.numberRoom)
    cursor.put(value)
    advance(to: cursor)
  }
}
