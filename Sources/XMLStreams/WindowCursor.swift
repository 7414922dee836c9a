/// A place in a writer's window, moved on by what is put there.
///
/// Whoever asked for it has asked for room; eight bytes beyond what is put may be written over. That is
/// why nothing here looks at a bound, and why small texts take one store each.
package struct WindowCursor: ~Copyable {
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
    if count < 8 {
      for offset in 0..<count { place[offset] = start[offset] }
    } else if count <= 16 {
      // Two words that overlap are all of it.
      let last = source.loadUnaligned(fromByteOffset: count &- 8, as: UInt64.self)
      target.storeBytes(of: source.loadUnaligned(as: UInt64.self), as: UInt64.self)
      target.storeBytes(of: last, toByteOffset: count &- 8, as: UInt64.self)
    } else {
      target.copyMemory(from: source, byteCount: count)
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
