/// Changes to separate ranges of a part's bytes; all other bytes are kept.
struct Splices {
  private struct Splice {
    var range: Range<Int>
    var bytes: [UInt8]
  }

  private var splices: [Splice] = []

  var isEmpty: Bool { splices.isEmpty }

  /// Replaces the bytes at `range`, which no other change may overlap.
  mutating func replace(_ range: Range<Int>, with bytes: some Sequence<UInt8>) {
    splices.append(Splice(range: range, bytes: Array(bytes)))
  }

  /// Replaces the bytes at `range` with `text`; no other change may overlap them.
  mutating func replace(_ range: Range<Int>, with text: String) {
    replace(range, with: text.utf8)
  }

  /// Inserts `bytes` at `offset`, after earlier insertions there.
  mutating func insert(_ bytes: some Sequence<UInt8>, at offset: Int) {
    replace(offset..<offset, with: bytes)
  }

  /// Inserts `text` at `offset`, after earlier insertions there.
  mutating func insert(_ text: String, at offset: Int) { insert(text.utf8, at: offset) }

  /// The bytes with all changes.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    guard !splices.isEmpty else { return bytes }
    // A stable order: insertions at the same offset keep the order in which they were made.
    let ordered = splices.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, $0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, $1.offset)
    }
    var result: [UInt8] = []
    result.reserveCapacity(splices.reduce(bytes.count) { $0 + $1.bytes.count })
    var place = 0
    for (_, splice) in ordered {
      result += bytes[place..<max(place, splice.range.lowerBound)]
      result += splice.bytes
      place = max(place, splice.range.upperBound)
    }
    result += bytes[place...]
    return result
  }
}
