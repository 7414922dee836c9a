/// UTF-8 bytes of a document, valid only during the callback that receives them.
///
/// Compare it, or copy it with ``string`` or ``bytes``; never store it.
package struct XMLSlice {
  /// The bytes, for readers that copy them.
  package let bytes: UnsafeBufferPointer<UInt8>

  /// Makes a slice of `bytes`.
  @inlinable package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// Makes a slice of a null-terminated text; empty for a null pointer.
  init(terminated start: UnsafePointer<UInt8>?) {
    guard let start else {
      bytes = UnsafeBufferPointer(start: nil, count: 0)
      return
    }
    var count = 0
    while start[count] != 0 { count += 1 }
    bytes = UnsafeBufferPointer(start: start, count: count)
  }

  /// The number of bytes.
  package var count: Int { bytes.count }

  /// Whether the slice is empty.
  package var isEmpty: Bool { bytes.isEmpty }

  /// A copy as a string.
  package var string: String { String(decoding: bytes, as: UTF8.self) }

  /// Whether the bytes are those of `text`.
  @inlinable package static func == (slice: XMLSlice, text: StaticString) -> Bool {
    guard slice.bytes.count == text.utf8CodeUnitCount else { return false }
    // Names of one length mostly differ at once
    for index in 0..<slice.bytes.count where slice.bytes[index] != text.utf8Start[index] {
      return false
    }
    return true
  }

  /// Whether the bytes differ from those of `text`.
  package static func != (slice: XMLSlice, text: StaticString) -> Bool { !(slice == text) }
}
