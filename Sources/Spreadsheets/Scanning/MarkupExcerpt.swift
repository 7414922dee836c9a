/// The beginning of markup that a scanner does not know, for a person to read.
enum MarkupExcerpt {
  /// How many bytes are shown at most.
  private static let bound = 24

  /// What stands from `place` on, as far as it is printable ASCII.
  static func text(from place: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> String {
    let count = max(0, min(end - place, bound))
    let bytes = UnsafeBufferPointer(start: place, count: count)
    return String(
      decoding: bytes.map { 0x20..<0x7F ~= $0 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }
}
