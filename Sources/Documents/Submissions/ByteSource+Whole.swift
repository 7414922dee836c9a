import DelimitedText
import Diagnostics

extension ByteSource {
  /// Everything up to the end.
  ///
  /// - Throws: `ByteSourceError`; `LimitExceeded` of `small-part-bytes`.
  mutating func readAll(limits: Limits) throws -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let piece = try read(atMost: 1 << 18)
      if piece.isEmpty { return bytes }
      bytes += piece
      try limits.check(.smallPartBytes, bytes.count)
    }
  }

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
