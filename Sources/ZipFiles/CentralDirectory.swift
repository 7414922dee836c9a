import Diagnostics

/// The archive's central directory, read independently of libzip.
///
/// libzip does not expose the offsets of entries and cuts names at a NUL; both are needed to find overlapping
/// entries and unsafe names, and to copy entries byte for byte. An archive for which the two readings differ
/// is refused.
///
/// Source: PKWARE APPNOTE 6.3.10, 4.3.12 (directory headers) and 4.3.14–4.3.16 (end records).
struct CentralDirectory {
  /// One header of the directory.
  struct Header {
    /// The header's range in ``CentralDirectory/bytes``.
    let range: Range<Int>
    /// The name's range in ``CentralDirectory/bytes``.
    let nameRange: Range<Int>
    /// The general purpose flags.
    let flags: Int
    let checksum: UInt32
    let compressedSize: Int
    let size: Int
    /// The offset of the entry's local header in the archive.
    let localOffset: Int
    /// The offset in ``CentralDirectory/bytes`` at which ``localOffset`` is stored, and its width in bytes.
    let offsetPlace: (at: Int, width: Int)
  }

  /// The directory's bytes.
  let bytes: [UInt8]
  /// The offset of the directory in the archive.
  let offset: Int
  let headers: [Header]

  /// Reads the directory that `end` points to; nil if it is malformed.
  init?(_ end: EndRecord, in archive: ArchiveBytes) throws(ZipError) {
    let bytes = try archive.read(at: end.directoryOffset, count: end.directorySize)
    guard bytes.count == end.directorySize else { return nil }
    var headers: [Header] = []
    headers.reserveCapacity(Swift.min(end.count, bytes.count / 46))
    var at = 0
    while headers.count < end.count {
      guard let header = Self.header(in: bytes, at: at) else { return nil }
      headers.append(header)
      at = header.range.upperBound
    }
    guard at == bytes.count else { return nil }
    self.bytes = bytes
    self.offset = end.directoryOffset
    self.headers = headers
  }

  private static func header(in bytes: [UInt8], at: Int) -> Header? {
    guard bytes.count - at >= 46, bytes.littleEndian32(at: at) == 0x0201_4B50 else { return nil }
    let name = at + 46..<at + 46 + bytes.littleEndian16(at: at + 28)
    let extra = name.upperBound..<name.upperBound + bytes.littleEndian16(at: at + 30)
    let end = extra.upperBound + bytes.littleEndian16(at: at + 32)
    guard end <= bytes.count else { return nil }
    var size = bytes.littleEndian32(at: at + 24)
    var compressedSize = bytes.littleEndian32(at: at + 20)
    var localOffset = bytes.littleEndian32(at: at + 42)
    var offsetPlace = (at: at + 42, width: 4)
    if size == 0xFFFF_FFFF || compressedSize == 0xFFFF_FFFF || localOffset == 0xFFFF_FFFF {
      var wide = widePlaces(in: bytes, extra)[...]
      if size == 0xFFFF_FFFF, let place = wide.popFirst() {
        size = bytes.littleEndian64(at: place)
      }
      if compressedSize == 0xFFFF_FFFF, let place = wide.popFirst() {
        compressedSize = bytes.littleEndian64(at: place)
      }
      if localOffset == 0xFFFF_FFFF, let place = wide.popFirst() {
        localOffset = bytes.littleEndian64(at: place)
        offsetPlace = (place, 8)
      }
    }
    return Header(
      range: at..<end, nameRange: name, flags: bytes.littleEndian16(at: at + 8),
      checksum: UInt32(truncatingIfNeeded: bytes.littleEndian32(at: at + 16)),
      compressedSize: compressedSize, size: size, localOffset: localOffset,
      offsetPlace: offsetPlace)
  }

  /// The offsets of the 64-bit numbers of the zip64 extra field (APPNOTE 4.5.3), in their order.
  private static func widePlaces(in bytes: [UInt8], _ extra: Range<Int>) -> [Int] {
    var at = extra.lowerBound
    while at + 4 <= extra.upperBound {
      let start = at + 4
      let end = start + bytes.littleEndian16(at: at + 2)
      guard end <= extra.upperBound else { break }
      if bytes.littleEndian16(at: at) == 1 {
        return Array(stride(from: start, to: end - 7, by: 8))
      }
      at = end
    }
    return []
  }

  /// The indices of ``headers`` in the order of their entries in the archive.
  var fileOrder: [Int] {
    headers.indices.sorted { headers[$0].localOffset < headers[$1].localOffset }
  }

  /// The indices in ``headers`` of the first two entries, by offset, that overlap.
  ///
  /// - Complexity: O(*n* log *n*) in the number of entries.
  func firstOverlap() -> (Int, Int)? {
    let order = fileOrder
    for (earlier, later) in zip(order, order.dropFirst())
    where end(of: headers[earlier]) > headers[later].localOffset {
      return (Swift.min(earlier, later), Swift.max(earlier, later))
    }
    return nil
  }

  /// The earliest possible end of an entry's compressed bytes; the local header may have more fields.
  private func end(of header: Header) -> Int {
    header.localOffset.addingReportingOverflow(30 + header.nameRange.count).partialValue
      .addingReportingOverflow(header.compressedSize).partialValue
  }
}
