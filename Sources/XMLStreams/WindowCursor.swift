/// A place in a writer's window, moved on by what is put there.
///
/// Whoever asked the writer for it has asked for room; eight bytes beyond what is put may be written over. That is
/// why nothing here looks at a bound, and why small texts take one store each.
package struct WindowCursor {
  @usableFromInline var place: UnsafeMutablePointer<UInt8>

  @inlinable @inline(__always)
  init(_ place: UnsafeMutablePointer<UInt8>) { self.place = place }

  /// Puts one byte.
  @inlinable @inline(__always)
  package mutating func put(byte: UInt8) {
    place.pointee = byte
    place += 1
  }

  /// Puts the lowest `count` bytes of `packed`, at most eight, the lowest first.
  @inlinable @inline(__always)
  package mutating func put(packed: UInt64, count: Int) {
    UnsafeMutableRawPointer(place).storeBytes(of: packed.littleEndian, as: UInt64.self)
    place += count
  }

  /// Puts the program's own text of at most eight bytes.
  @inlinable @inline(__always)
  package mutating func put(_ text: PackedText) { put(packed: text.bits, count: text.count) }

  /// Puts `bytes` as they stand.
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

/// A text of at most eight bytes in one word, the first in the lowest.
package struct PackedText {
  @usableFromInline let bits: UInt64
  @usableFromInline let count: Int

  /// Packs `count` bytes, the first in the lowest byte of `bits`.
  @inlinable @inline(__always)
  package init(bits: UInt64, count: Int) {
    (self.bits, self.count) = (bits, count)
  }
}
