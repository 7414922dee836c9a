import DelimitedText
import Diagnostics

extension ByteSource {
  /// Everything up to the end.
  ///
  /// - Throws: `ByteSourceError`; `LimitExceeded` of `small-part-bytes`.
  mutating func readAll(limits: Limits) throws -> [UInt8] {
    var bytes: [UInt8] = []
    // One byte more than a file has shows its end
    var count = min(fileSize ?? Int.max, Self.pieceCount) + 1
    while true {
      let piece = try read(atMost: count)
      if bytes.isEmpty { bytes = piece } else { bytes += piece }
      try limits.check(.smallPartBytes, bytes.count)
      if piece.count < count { return bytes }
      count = Self.pieceCount
    }
  }

  /// The size in bytes of the pieces in which a source is read whole.
  private static let pieceCount = 1 << 18

  /// Bytes up to `limit` or the end.
  ///
  /// - Throws: `ByteSourceError`.
  mutating func read(atMost limit: Int) throws(ByteSourceError) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: limit)
    var filled = 0
    while filled < limit {
      let result = unsafe bytes.withUnsafeMutableBytes { buffer -> Result<Int, ByteSourceError> in
        let rest = unsafe UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
        do throws(ByteSourceError) {
          return .success(unsafe try read(into: rest))
        } catch {
          return .failure(error)
        }
      }
      let count = try result.get()
      if count == 0 { break }
      filled += count
    }
    bytes.removeLast(limit - filled)
    return bytes
  }
}
