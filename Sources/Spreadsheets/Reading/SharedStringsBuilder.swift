import Diagnostics

/// Builds the table of shared strings, text by text.
struct SharedStringsBuilder {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  /// The parts of texts with font properties, by text.
  private(set) var spans: [Int: [TextSpan]] = [:]
  private var runStart = 0

  private let countBound: Int
  private let byteBound: Int

  /// Makes an empty table with the bounds of `limits`.
  init(limits: Limits) {
    countBound = limits[.sharedStrings]
    // Offsets have 32 bits, whatever the limit.
    byteBound = min(limits[.sharedStringBytes], Int(UInt32.max))
  }

  /// The number of texts.
  var count: Int { starts.count - 1 }

  /// Appends to the current text, with escapes resolved.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    EscapedText.append(piece, to: &bytes)
  }

  /// Appends to the current text, without escapes.
  mutating func append(plain piece: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: piece)
  }

  /// Begins a run of the current text.
  mutating func beginRun() { runStart = bytes.count }

  /// Ends the run, whose font has these properties.
  mutating func endRun(_ look: FontLook) {
    guard !look.isEmpty, bytes.count > runStart else { return }
    let start = Int(starts[starts.count - 1])
    spans[count, default: []].append(
      TextSpan(range: (runStart - start)..<(bytes.count - start), look: look))
  }

  /// Discards the current text.
  mutating func dropText() {
    if !spans.isEmpty { spans[count] = nil }
    bytes.removeSubrange(Int(starts[starts.count - 1])...)
  }

  /// Whether the current text can end here within the limits.
  var hasRoom: Bool { count < countBound && bytes.count <= byteBound }

  /// Ends the current text.
  ///
  /// - Throws: `LimitExceeded`.
  mutating func endText() throws {
    guard count < countBound else {
      throw LimitExceeded(limit: .sharedStrings, bound: countBound)
    }
    guard bytes.count <= byteBound else {
      throw LimitExceeded(limit: .sharedStringBytes, bound: byteBound)
    }
    starts.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}
