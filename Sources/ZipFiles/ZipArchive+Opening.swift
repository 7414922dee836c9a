import CLibZip
import Diagnostics

/// The checks on opening an archive.
extension ZipArchive {
  /// The end records in the archive's tail.
  ///
  /// Counts and lengths are checked against the limits here, before libzip makes its list of the entries.
  static func endRecords(of bytes: ArchiveBytes, _ limits: Limits) throws(ZipError) -> [EndRecord] {
    let start = try bytes.read(at: 0, count: ForeignFormat.startLength)
    if start.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) {
      // Some .xls files contain a whole zip archive; they are still not archives.
      throw .notAnArchive(foreignFormat(start, bytes))
    }
    guard let ends = try EndRecord.candidates(in: bytes) else {
      let isArchive = start.starts(with: [0x50, 0x4B, 0x03, 0x04])
      throw isArchive ? .truncated : .notAnArchive(foreignFormat(start, bytes))
    }
    guard !ends.isEmpty else { throw .damagedDirectory }
    for end in ends {
      do throws(LimitExceeded) {
        try limits.check(.archiveEntries, end.count)
        try limits.check(.smallPartBytes, end.directorySize)
      } catch {
        throw .beyondLimit(nil, error)
      }
    }
    return ends
  }

  private static func foreignFormat(_ start: [UInt8], _ bytes: ArchiveBytes) -> ForeignFormat {
    ForeignFormat(start: start) {
      CompoundFile { offset, count in (try? bytes.read(at: offset, count: count)) ?? [] }.streams
    }
  }

  /// Returns a more precise error for an archive that libzip did not open, if there is one.
  ///
  /// libzip rejects an archive with an entry that is marked as AES-encrypted but lacks the AES extra field.
  static func explained(
    _ error: ZipError, _ ends: [EndRecord], _ bytes: ArchiveBytes
  ) throws(ZipError) -> ZipError {
    guard error == .damagedDirectory else { return error }
    for end in ends {
      guard let directory = try CentralDirectory(end, in: bytes) else { continue }
      guard let header = directory.headers.first(where: { $0.flags & 1 == 1 }) else { continue }
      return .encryptedEntry(String(decoding: directory.bytes[header.nameRange], as: UTF8.self))
    }
    return error
  }

  /// The entries as libzip lists them.
  static func entries(of zip: OpaquePointer) -> [ZipEntry] {
    let count = Int(zip_get_num_entries(zip, 0))
    return (0..<max(0, count)).compactMap { index in
      var status = zip_stat_t()
      guard zip_stat_index(zip, zip_uint64_t(index), 0, &status) == 0 else { return nil }
      return ZipEntry(
        index: index, name: status.name.map { String(cString: $0) } ?? "",
        size: Int(clamping: status.size), compressedSize: Int(clamping: status.comp_size),
        checksum: status.crc, method: Int(status.comp_method),
        isEncrypted: status.encryption_method != ZIP_EM_NONE)
    }
  }

  /// Compares libzip's list of entries with our own reading of the directory, and checks both.
  static func layout(
    _ ends: [EndRecord], _ bytes: ArchiveBytes, _ entries: [ZipEntry]
  ) throws(ZipError) -> ArchiveLayout {
    guard !entries.isEmpty else { throw .noEntries }
    for end in ends where end.count == entries.count {
      guard let directory = try CentralDirectory(end, in: bytes) else { continue }
      let agrees = zip(directory.headers, entries).allSatisfy { header, entry in
        header.compressedSize == entry.compressedSize && header.size == entry.size
          && header.checksum == entry.checksum
      }
      guard agrees else { continue }
      try check(directory, entries)
      return ArchiveLayout(
        bytes: bytes, directory: directory, comment: end.comment, entries: entries,
        places: try places(of: entries))
    }
    throw .damagedDirectory
  }

  private static func check(
    _ directory: CentralDirectory, _ entries: [ZipEntry]
  ) throws(ZipError) {
    for name in directory.headers.lazy.map({ directory.bytes[$0.nameRange] })
    where !ZipEntry.isSafe(name) {
      throw .unsafeName(String(decoding: name, as: UTF8.self))
    }
    if let (earlier, later) = directory.firstOverlap() {
      throw .overlappingEntries(entries[earlier].name, entries[later].name)
    }
  }

  /// The index of each entry by its key.
  private static func places(of entries: [ZipEntry]) throws(ZipError) -> [String: Int] {
    var places: [String: Int] = [:]
    places.reserveCapacity(entries.count)
    for entry in entries {
      if let other = places.updateValue(entry.index, forKey: entry.key) {
        throw .duplicateName(entries[other].name, entry.name)
      }
    }
    return places
  }
}
