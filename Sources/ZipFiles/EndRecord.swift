#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An end-of-central-directory record, with its zip64 form where it has one.
///
/// Source: PKWARE APPNOTE 6.3.10, 4.3.14–4.3.16.
struct EndRecord {
  /// Entries that the directory holds.
  let count: Int
  /// Bytes of the directory.
  let directorySize: Int
  /// Where the directory starts.
  let directoryOffset: Int
  /// The comment behind the record.
  let comment: [UInt8]

  /// The longest tail of an archive in which its end record may start, with the locator before it.
  private static let searchLength = 65_535 + 22 + 20

  /// All records near the archive's end whose directory would lie inside the archive, the last first.
  ///
  /// An archive's comment may look like a record, so there can be several. Nil where not even the
  /// signature of one is there.
  static func candidates(in archive: ArchiveBytes) throws(ZipError) -> [EndRecord]? {
    let start = Swift.max(0, archive.count - searchLength)
    let tail = try archive.read(at: start, count: archive.count - start)
    let places = signatures(in: tail)
    guard !places.isEmpty else { return nil }
    // A real archive has one; a comment that holds dozens was made to be read in several ways.
    guard places.count <= 16 else { return [] }
    var found: [EndRecord] = []
    for place in places.reversed() {
      if let record = try EndRecord(tail, place, tailOffset: start, archive) {
        found.append(record)
      }
    }
    return found
  }

  /// Where the signature stands with room for a record behind it.
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
