#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An end of central directory record, with its zip64 form if there is one.
///
/// Source: PKWARE APPNOTE 6.3.10, 4.3.14–4.3.16.
struct EndRecord {
  /// The number of entries in the directory.
  let count: Int
  /// The size of the directory in bytes.
  let directorySize: Int
  /// The offset of the directory in the archive.
  let directoryOffset: Int
  /// The comment after the record.
  let comment: [UInt8]

  /// The longest tail of an archive in which its end record may start, with the zip64 locator before it.
  private static let searchLength = 65_535 + 22 + 20

  /// All records near the archive's end whose directory would be inside the archive, the last first.
  ///
  /// An archive's comment may look like a record, so there can be several. Nil if no signature is found.
  static func candidates(in archive: ArchiveBytes) throws(ZipError) -> [EndRecord]? {
    let start = Swift.max(0, archive.count - searchLength)
    let tail = try archive.read(at: start, count: archive.count - start)
    let places = signatures(in: tail)
    guard !places.isEmpty else { return nil }
    // A real archive has one; a comment with dozens is made so that readers disagree.
    guard places.count <= 16 else { return [] }
    var found: [EndRecord] = []
    for place in places.reversed() {
      if let record = try EndRecord(tail, place, tailOffset: start, archive) {
        found.append(record)
      }
    }
    return found
  }

  /// The offsets of the signature that leave room for a record.
  private static func signatures(in tail: [UInt8]) -> [Int] {
    var places: [Int] = []
    tail.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { return }
      var at = 0
      while at <= bytes.count - 22, let hit = memchr(base + at, 0x50, bytes.count - 21 - at) {
        at = UnsafeRawPointer(hit) - base
        let signature = bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)
        if UInt32(littleEndian: signature) == 0x0605_4B50 { places.append(at) }
        at += 1
      }
    }
    return places
  }

  private init?(
    _ tail: [UInt8], _ at: Int, tailOffset: Int, _ archive: ArchiveBytes
  ) throws(ZipError) {
    var count = tail.littleEndian16(at: at + 10)
    var size = tail.littleEndian32(at: at + 12)
    var offset = tail.littleEndian32(at: at + 16)
    if at >= 20, tail.littleEndian32(at: at - 20) == 0x0706_4B50 {
      let wide = try archive.read(at: tail.littleEndian64(at: at - 12), count: 56)
      if wide.count == 56, wide.littleEndian32(at: 0) == 0x0606_4B50 {
        count = wide.littleEndian64(at: 32)
        size = wide.littleEndian64(at: 40)
        offset = wide.littleEndian64(at: 48)
      }
    }
    let (end, overflows) = offset.addingReportingOverflow(size)
    guard !overflows, end <= tailOffset + at, count <= size / 46 else { return nil }
    self.count = count
    directorySize = size
    directoryOffset = offset
    let commentEnd = at + 22 + tail.littleEndian16(at: at + 20)
    comment = Array(tail[at + 22..<Swift.min(commentEnd, tail.count)])
  }
}
