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
    guard tail.count >= 22 else { return nil }
    var found: [EndRecord] = []
    var isSigned = false
    for at in stride(from: tail.count - 22, through: 0, by: -1) where tail[at] == 0x50 {
      guard tail.littleEndian32(at: at) == 0x0605_4B50 else { continue }
      isSigned = true
      if let record = try EndRecord(tail, at, tailOffset: start, archive) { found.append(record) }
      // An attacker's comment may hold thousands of them; a real archive has one.
      if found.count == 16 { break }
    }
    return isSigned ? found : nil
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
