package import Diagnostics

/// Why an archive could not be read or written.
package enum ZipError: LimitedError, Hashable {
  /// The file could not be opened at all.
  case cannotOpen(SystemFault)
  /// Reading the file failed part-way.
  case readFailed(SystemFault)
  /// Writing the file failed part-way.
  case writeFailed(SystemFault)
  /// The bytes are no zip archive but something else.
  case notAnArchive(ForeignFormat)
  /// It starts like an archive, but its end, where the directory stands, is not there.
  case truncated
  /// The directory at the archive's end cannot be read, or can be read in more than one way.
  case damagedDirectory
  /// One piece of an archive that was split over several files.
  case splitArchive
  /// An archive without a single entry.
  case noEntries
  /// An entry is encrypted, the traditional way or with AES.
  case encryptedEntry(String)
  /// An entry is compressed by a method other than stored (0) and deflated (8).
  case unsupportedMethod(String, method: Int)
  /// The compressed bytes of an entry, or its local header, are damaged.
  case damagedEntry(String)
  /// An entry's bytes do not have the CRC-32 that the directory tells.
  case wrongChecksum(String)
  /// An entry holds more or fewer bytes than the directory tells.
  case wrongSize(String, declared: Int)
  /// Two entries have one name, or names that differ only by case or by the kind of slash.
  case duplicateName(String, String)
  /// Two entries share bytes of the archive.
  case overlappingEntries(String, String)
  /// An entry's name points outside the archive or holds a NUL.
  case unsafeName(String)
  /// The archive has no entry of that name.
  case missingEntry(String)
  /// An entry, or the archive as a whole (`nil`), goes beyond a safety limit.
  case beyondLimit(String?, LimitExceeded)
  /// The archive to be written would pass 4 GiB or 65,535 entries, more than an edit can keep.
  case tooLargeToEdit

  /// The limit that was passed, if it is about one.
  package var exceededLimit: Limit? {
    if case .beyondLimit(_, let error) = self { error.limit } else { nil }
  }
}
