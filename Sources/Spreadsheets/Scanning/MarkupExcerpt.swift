/// The beginning of markup that a scanner does not support, for display.
enum MarkupExcerpt {
  /// The maximum number of bytes.
  private static let bound = 24

  /// The bytes from `place` on; those that are not printable ASCII are shown as `?`.
  static func text(from place: UnsafePointer<UInt8>, to end: UnsafePointer<UInt8>) -> String {
    let count = max(0, min(end - place, bound))
    let bytes = UnsafeBufferPointer(start: place, count: count)
    return String(
      decoding: bytes.map { 0x20..<0x7F ~= $0 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
  }
}
