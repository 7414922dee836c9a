/// A piece of markup of at most 16 bytes that is compared with two loads.
struct MarkupToken {
  /// How many bytes it has.
  let count: Int
  private let low: UInt64
  private let high: UInt64
  private let lowMask: UInt64
  private let highMask: UInt64

  /// Makes a token, or nil for a text of more than 16 bytes.
  init?(_ text: [UInt8]) {
    guard 1...16 ~= text.count else { return nil }
    var words: [UInt64] = [0, 0]
    var masks: [UInt64] = [0, 0]
    for (index, byte) in text.enumerated() {
      words[index / 8] |= UInt64(byte) << UInt64(8 * (index % 8))
      masks[index / 8] |= 0xFF << UInt64(8 * (index % 8))
    }
    count = text.count
    (low, high) = (words[0], words[1])
    (lowMask, highMask) = (masks[0], masks[1])
  }

  /// Whether the token stands at `place`, from which 16 bytes can be read.
  @inline(__always)
  func stands(at place: UnsafePointer<UInt8>) -> Bool {
    let raw = UnsafeRawPointer(place)
    let first = UInt64(littleEndian: raw.loadUnaligned(as: UInt64.self))
    guard first & lowMask == low else { return false }
    guard count > 8 else { return true }
    let second = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
    return second & highMask == high
  }
}
