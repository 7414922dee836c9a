import Diagnostics

/// Puts the table of shared strings together, text by text.
struct SharedStringsBuilder {
  private(set) var bytes: [UInt8] = []
  private(set) var starts: [UInt32] = [0]
  /// The pieces of texts whose font matters, by text.
  private(set) var spans: [Int: [TextSpan]] = [:]
  private var runStart = 0

  private let countBound: Int
  private let byteBound: Int

  /// Begins an empty table that keeps the bounds of `limits`.
  init(limits: Limits) {
    countBound = limits[.sharedStrings]
    // Offsets are of 32 bits, whatever the limit is raised to.
    byteBound = min(limits[.sharedStringBytes], Int(UInt32.max))
  }

  /// How many texts there are.
  var count: Int { starts.count - 1 }

  /// Appends a piece of the current text, its escapes resolved.
  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    EscapedText.append(piece, to: &bytes)
  }

  /// Appends a piece of the current text that has no escapes.
  mutating func append(plain piece: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: piece)
  }

  /// Begins a run of the current text.
  mutating func beginRun() { runStart = bytes.count }

  /// Ends the run, whose font looks like that.
  mutating func endRun(_ look: FontLook) {
    guard !look.isEmpty, bytes.count > runStart else { return }
    let start = Int(starts[starts.count - 1])
    spans[count, default: []].append(
      TextSpan(range: (runStart - start)..<(bytes.count - start), look: look))
  }

  /// Drops what has been appended to the current text.
  mutating func dropText() {
    if !spans.isEmpty { spans[count] = nil }
    bytes.removeSubrange(Int(starts[starts.count - 1])...)
  }

  /// Whether the current text can end here without a limit being passed.
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
