/// The texts that cells share, one behind the other in one array of bytes.
///
/// Source: ECMA-376-1:2016, 18.4.9 `sst`.
struct SharedStrings {
  private(set) var bytes: [UInt8] = []
  /// Where each text ends; the next one begins there.
  private var ends: [UInt32] = []

  /// How many there are.
  var count: Int { ends.count }

  /// How many bytes they take together.
  var byteCount: Int { bytes.count }

  /// Ends the text that has been put together in ``append(_:)``.
  mutating func endText() {
    ends.append(UInt32(truncatingIfNeeded: bytes.count))
  }

  /// Appends a piece of a text, its escapes resolved.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    EscapedText.append(piece, to: &bytes)
  }

  /// Hands the text at `index`, which is below ``count``, to `body`.
  func withText<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let start = index == 0 ? 0 : Int(ends[index - 1])
    let end = Int(ends[index])
    return try bytes.withUnsafeBufferPointer { all in
      try body(UnsafeBufferPointer(rebasing: all[start..<end]))
    }
  }
}
