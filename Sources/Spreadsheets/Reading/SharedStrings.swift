/// The shared strings, one after the other in one array of bytes.
///
/// A class, so that passing the table on counts one reference instead of copying it.
///
/// Source: ECMA-376-1:2016, 18.4.9 `sst`.
final class SharedStrings: Sendable {
  private let bytes: [UInt8]
  /// The start of each text, and the end of the last.
  private let starts: [UInt32]
  /// The parts of texts with font properties, by text.
  private let spans: [Int: [TextSpan]]

  /// Takes the table from a builder.
  init(_ builder: consuming SharedStringsBuilder) {
    bytes = builder.bytes
    starts = builder.starts
    spans = builder.spans
  }

  /// The number of texts.
  var count: Int { starts.count - 1 }

  /// The parts of the text at `index` with font properties.
  @inline(__always)
  func spans(at index: Int) -> [TextSpan] {
    spans.isEmpty ? [] : spans[index] ?? []
  }

  /// Passes the text at `index`, which is below ``count``, to `body`.
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
