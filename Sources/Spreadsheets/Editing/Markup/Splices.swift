/// Changes to the bytes of a part, each at a place of its own; all other bytes stay as they are.
struct Splices {
  private struct Splice {
    var range: Range<Int>
    var bytes: [UInt8]
  }

  private var splices: [Splice] = []

  var isEmpty: Bool { splices.isEmpty }

  /// Puts `bytes` in the place of those at `range`, which no other change touches.
  mutating func replace(_ range: Range<Int>, with bytes: some Sequence<UInt8>) {
    splices.append(Splice(range: range, bytes: Array(bytes)))
  }

  /// Puts `text` in the place of the bytes at `range`, which no other change touches.
  mutating func replace(_ range: Range<Int>, with text: String) {
    replace(range, with: text.utf8)
  }

  /// Puts `bytes` at `offset`, behind what was put there before.
  mutating func insert(_ bytes: some Sequence<UInt8>, at offset: Int) {
    replace(offset..<offset, with: bytes)
  }

  /// Puts `text` at `offset`, behind what was put there before.
  mutating func insert(_ text: String, at offset: Int) { insert(text.utf8, at: offset) }

  /// The part with all changes made.
  func applied(to bytes: [UInt8]) -> [UInt8] {
    guard !splices.isEmpty else { return bytes }
    // A stable order: of several insertions at one place the first made comes first.
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
