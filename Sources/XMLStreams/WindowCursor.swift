/// A position in a writer's window, which advances with every write.
///
/// The writer has reserved the room for what is written; eight bytes after it may be overwritten. So no
/// bounds are checked here, and a short text takes one store.
package struct WindowCursor {
  @usableFromInline var place: UnsafeMutablePointer<UInt8>

  @inlinable @inline(__always)
  init(_ place: UnsafeMutablePointer<UInt8>) { self.place = place }

  /// Writes one byte.
  @inlinable @inline(__always)
  package mutating func put(byte: UInt8) {
    place.pointee = byte
    place += 1
  }

  /// Writes the lowest `count` bytes of `packed`, at most eight, the lowest first.
  @inlinable @inline(__always)
  package mutating func put(packed: UInt64, count: Int) {
    UnsafeMutableRawPointer(place).storeBytes(of: packed.littleEndian, as: UInt64.self)
    place += count
  }

  /// Writes a constant text of at most eight bytes.
  @inlinable @inline(__always)
  package mutating func put(_ text: PackedText) { put(packed: text.bits, count: text.count) }

  /// Writes `bytes` unchanged.
  @inlinable @inline(__always)
  package mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    let source = UnsafeRawPointer(start)
    let target = UnsafeMutableRawPointer(place)
    let count = bytes.count
    // The last word overlaps the one before it.
    if count >= 8 {
      var offset = 0
      while offset &+ 8 < count {
        target.storeBytes(
          of: source.loadUnaligned(fromByteOffset: offset, as: UInt64.self), toByteOffset: offset,
          as: UInt64.self)
        offset &+= 8
      }
      let last = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    } else if count >= 4 {
      let first = source.loadUnaligned(as: UInt32.self)
      let last = source.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)
      target.storeBytes(of: first, as: UInt32.self)
      target.storeBytes(of: last, toByteOffset: count &- 4, as: UInt32.self)
    } else {
      for offset in 0..<count { place[offset] = start[offset] }
    }
    place += count
  }
}

/// A text of at most eight bytes in one word, the first byte in the lowest.
package struct PackedText {
  @usableFromInline let bits: UInt64
  @usableFromInline let count: Int

  /// Packs `count` bytes, the first in the lowest byte of `bits`.
  @inlinable @inline(__always)
  package init(bits: UInt64, count: Int) {
    (self.bits, self.count) = (bits, count)
  }
}
