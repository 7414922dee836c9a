import CLibZip
package import Diagnostics

/// A zip archive that is open for reading.
///
/// Opening checks what can be checked without inflating: that the file is an archive, that its directory can
/// be read in one way only, that entries do not overlap, share a name or point outside, and that there are
/// not too many. One archive belongs to one task.
///
/// Source: PKWARE APPNOTE 6.3.10; ECMA-376-2:2021, annex B (what a package may use of it).
package struct ZipArchive: ~Copyable {
  let layout: ArchiveLayout
  private let handle: ArchiveHandle

  /// Opens the archive in the file at `path`: `zip_open_from_source`.
  ///
  /// - Throws: ``ZipError``.
  package init(
    path: String, limits: Limits = .standard, inflation: Inflation = .fastest
  ) throws(ZipError) {
    let bytes = try ArchiveBytes(path: path, longestPipe: limits[.partBytes])
    try self.init(bytes, limits: limits, inflation: inflation)
  }

  /// Opens an archive that is in memory.
  ///
  /// - Throws: ``ZipError``.
  package init(
    bytes: [UInt8], limits: Limits = .standard, inflation: Inflation = .fastest
  ) throws(ZipError) {
    try self.init(ArchiveBytes(copying: bytes), limits: limits, inflation: inflation)
  }

  /// Opens the archive in the regular file of `count` bytes that is open as `descriptor`, at any file offset.
  ///
  /// - Throws: ``ZipError``.
  package init(
    file descriptor: Int32, count: Int, limits: Limits = .standard, inflation: Inflation = .fastest
  ) throws(ZipError) {
    let bytes = try ArchiveBytes(file: descriptor, count: count)
    try self.init(bytes, limits: limits, inflation: inflation)
  }

  init(_ bytes: ArchiveBytes, limits: Limits, inflation: Inflation) throws(ZipError) {
    let ends = try Self.endRecords(of: bytes, limits)
    let handle: ArchiveHandle
    do throws(ZipError) {
      handle = try ArchiveHandle(bytes, limits: limits, inflation: inflation)
    } catch {
      throw try Self.explained(error, ends, bytes)
    }
    layout = try Self.layout(ends, bytes, Self.entries(of: handle.zip))
    self.handle = handle
  }

  /// The entries in the order of the directory.
  package var entries: [ZipEntry] { layout.entries }

  /// The entry named `name`, compared as package parts are, by ``ZipEntry/key``.
  ///
  /// - Complexity: O(1) in the number of entries.
  package func entry(named name: String) -> ZipEntry? { layout.entry(named: name) }

  /// All bytes of an entry, at most `small-part-bytes`.
  ///
  /// - Throws: ``ZipError``: the entry is damaged, not as declared, or exceeds a limit.
  package mutating func read(_ entry: ZipEntry) throws(ZipError) -> [UInt8] {
    let reader = try ZipEntryReader(entry, in: handle, limit: .smallPartBytes)
    // Deflate expands one byte to at most 1032: a false size does not get its memory.
    let ceiling = entry.compressedSize.multipliedReportingOverflow(by: 1032)
    let capacity = min(entry.size, ceiling.overflow ? entry.size : ceiling.partialValue)
    var failure: ZipError?
    let bytes = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, filled in
      do throws(ZipError) {
        filled = try Self.fill(UnsafeMutableRawBufferPointer(buffer), from: reader)
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    guard bytes.count == entry.size else { throw .wrongSize(entry.name, declared: entry.size) }
    return bytes
  }

  /// A reader of an entry of any length.
  ///
  /// - Throws: ``ZipError``: the entry is encrypted, compressed by an unknown method, or declared longer
  ///   than `part-bytes`.
  package mutating func open(_ entry: ZipEntry) throws(ZipError) -> ZipEntryReader {
    try ZipEntryReader(entry, in: handle, limit: .partBytes)
  }

  private static func fill(
    _ buffer: UnsafeMutableRawBufferPointer, from reader: ZipEntryReader
  ) throws(ZipError) -> Int {
    guard buffer.count > 0 else {
      // The checksum and length of an empty entry are checked as well.
      return try withUnsafeTemporaryAllocation(byteCount: 1, alignment: 1) {
        (extra) throws(ZipError) in try reader.read(into: extra)
      }
    }
    var filled = 0
    while filled < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = try reader.read(into: rest)
      guard count > 0 else { break }
      filled += count
    }
    return filled
  }
}
