import CLibZip
import Diagnostics
#if ISAL
  import CISAL
#endif

/// Reads one entry from start to end, inflated, in pieces.
///
/// It checks the declared length, the CRC-32 and the limits on bytes and ratio. The last piece is returned
/// only after the checksum was found correct. The reader keeps the archive open; several readers of one
/// archive may be used in turn. A class, so that row streams can store it.
package final class ZipEntryReader {
  /// The entry that is read.
  package let entry: ZipEntry

  /// The length of the window of ``withNextChunk(_:)``.
  private static let windowLength = 1 << 17

  private let archive: ArchiveHandle
  private let file: OpaquePointer
  private let bound: Int
  private var produced = 0
  private var isAtEnd = false
  private var window: UnsafeMutableRawBufferPointer?
  #if ISAL
    private var inflater: StreamInflater?
    private var checksum: UInt32 = 0
  #endif

  init(_ entry: ZipEntry, in archive: ArchiveHandle, limit: Limit) throws(ZipError) {
    guard !entry.isEncrypted else { throw .encryptedEntry(entry.name) }
    guard entry.method == 0 || entry.method == 8 else {
      throw .unsupportedMethod(entry.name, method: entry.method)
    }
    bound = archive.limits[limit]
    guard entry.size <= bound else {
      throw .beyondLimit(entry.name, LimitExceeded(limit: limit, bound: bound))
    }
    var flags: zip_flags_t = 0
    #if ISAL
      if archive.inflation == .fastest { flags = zip_flags_t(ZIP_FL_COMPRESSED) }
    #endif
    guard let file = zip_fopen_index(archive.zip, zip_uint64_t(entry.index), flags) else {
      throw archive.fault.map { .readFailed($0) } ?? .damagedEntry(entry.name)
    }
    self.entry = entry
    self.archive = archive
    self.file = file
    #if ISAL
      if flags != 0, entry.method == 8 { inflater = archive.takeInflater() }
    #endif
  }

  deinit {
    zip_fclose(file)
    window?.deallocate()
    #if ISAL
      if let inflater { archive.giveBack(inflater) }
    #endif
  }

  /// Fills `buffer` from the entry and returns the number of bytes; 0 at the end.
  ///
  /// - Throws: ``ZipError``: the entry is damaged, not as declared, or exceeds a limit.
  package func read(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    guard !isAtEnd, !buffer.isEmpty else { return 0 }
    let count = try produce(into: buffer)
    produced += count
    try checkBounds(count)
    if count == 0 || produced == entry.size { try finish() }
    return count
  }

  /// Passes the next window of at most 128 KiB to `body`, without a copy; returns nil at the end.
  ///
  /// The bytes are valid only during the call.
  package func withNextChunk<Result>(
    _ body: (UnsafeRawBufferPointer) throws -> Result
  ) throws -> Result? {
    let window =
      self.window
      ?? UnsafeMutableRawBufferPointer.allocate(byteCount: Self.windowLength, alignment: 64)
    self.window = window
    let count = try read(into: window)
    guard count > 0 else { return nil }
    return try body(UnsafeRawBufferPointer(rebasing: window[..<count]))
  }

  private func produce(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    #if ISAL
      if archive.inflation == .fastest {
        let count = try inflate(into: buffer)
        if count > 0 {
          checksum = crc32_gzip_refl(
            checksum, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self), UInt64(count))
        }
        return count
      }
    #endif
    return try readFile(into: buffer)
  }

  #if ISAL
    private func inflate(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
      guard let inflater else { return try readFile(into: buffer) }
      let count = try inflater.inflate(into: buffer) { input throws(ZipError) in
        try readFile(into: input)
      }
      guard let count else { throw .damagedEntry(entry.name) }
      return count
    }
  #endif

  /// `zip_fread`, with its failures distinguished.
  private func readFile(into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    let count = zip_fread(file, buffer.baseAddress, zip_uint64_t(buffer.count))
    guard count < 0 else { return Int(count) }
    if let fault = archive.fault { throw .readFailed(fault) }
    switch zip_error_code_zip(zip_file_get_error(file)) {
    case ZIP_ER_CRC where produced == entry.size: throw .wrongChecksum(entry.name)
    case ZIP_ER_CRC, ZIP_ER_INCONS: throw .wrongSize(entry.name, declared: entry.size)
    default: throw .damagedEntry(entry.name)
    }
  }

  private func checkBounds(_ count: Int) throws(ZipError) {
    guard produced <= entry.size else {
      throw .wrongSize(entry.name, declared: entry.size)
    }
    do throws(LimitExceeded) {
      try archive.countInflated(count)
      // The first 8 MiB are exempt: cell formats that are all the same inflate a thousandfold, and are
      // harmless.
      if produced > 8 << 20 {
        let ratio = (produced - 1) / max(entry.compressedSize, 1) + 1
        try archive.limits.check(.inflationRatio, ratio)
      }
    } catch {
      throw .beyondLimit(entry.name, error)
    }
  }

  /// Checks length and checksum after all declared bytes, or at the end of the entry.
  private func finish() throws(ZipError) {
    isAtEnd = true
    guard produced == entry.size else {
      throw .wrongSize(entry.name, declared: entry.size)
    }
    // Reads one byte beyond the declared length: only then does libzip check the CRC, and a stream that goes
    // on is longer than declared.
    let isLonger = try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
      (extra) throws(ZipError) in try produceNothing(extra)
    }
    guard !isLonger else { throw .wrongSize(entry.name, declared: entry.size) }
    #if ISAL
      if archive.inflation == .fastest, checksum != entry.checksum {
        throw .wrongChecksum(entry.name)
      }
    #endif
  }

  /// Whether the entry contains another byte.
  private func produceNothing(_ extra: UnsafeMutableRawBufferPointer) throws(ZipError) -> Bool {
    #if ISAL
      if archive.inflation == .fastest {
        return try inflate(into: extra) > 0
      }
    #endif
    return try readFile(into: extra) > 0
  }
}
