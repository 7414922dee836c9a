/// The texts that cells share, one behind the other in one array of bytes.
///
/// A class, so that handing the table on counts one reference instead of copying it.
///
/// Source: ECMA-376-1:2016, 18.4.9 `sst`.
final class SharedStrings: Sendable {
  private let bytes: [UInt8]
  /// Where each text begins, and where the last one ends.
  private let starts: [UInt32]
  /// The pieces of texts whose font matters, by text.
  private let spans: [Int: [TextSpan]]

  /// Takes what a builder has put together.
  init(_ builder: consuming SharedStringsBuilder) {
    bytes = builder.bytes
    starts = builder.starts
    spans = builder.spans
  }

  /// How many there are.
  var count: Int { starts.count - 1 }

  /// The pieces of the text at `index` whose font matters.
  @inline(__always)
  func spans(at index: Int) -> [TextSpan] {
    spans.isEmpty ? [] : spans[index] ?? []
  }

  /// Hands the text at `index`, which is below ``count``, to `body`.
  @inline(__always)
  func withText<Result>(
    at index: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Result
  ) rethrows -> Result {
    let (start, end) = (Int(starts[index]), Int(starts[index + 1]))
    return try bytes.withUnsafeBufferPointer { all in
      try body(UnsafeBufferPointer(rebasing: all[start..<end]))
    }
  }
}
