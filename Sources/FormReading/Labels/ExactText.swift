/// A text as a dictionary key that compares bytes.
///
/// `String` compares by canonical equivalence, which decomposes Chinese texts into scalars each time one is
/// hashed; repeated texts of one document are equal byte for byte.
struct ExactText: Hashable {
  private let text: String

  /// Makes a key of `text`.
  init(_ text: String) { self.text = text }

  static func == (left: Self, right: Self) -> Bool {
    guard left.text.utf8.count == right.text.utf8.count else { return false }
    let isSame = unsafe left.text.utf8.withContiguousStorageIfAvailable { bytes in
      unsafe right.text.utf8.withContiguousStorageIfAvailable { unsafe bytes.elementsEqual($0) }
    }
    return (isSame ?? nil) ?? left.text.utf8.elementsEqual(right.text.utf8)
  }

  func hash(into hasher: inout Hasher) {
    let isHashed: Void? = unsafe text.utf8.withContiguousStorageIfAvailable {
      unsafe hasher.combine(bytes: UnsafeRawBufferPointer($0))
    }
    if isHashed == nil { for byte in text.utf8 { hasher.combine(byte) } }
  }
}
