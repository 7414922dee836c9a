package import Diagnostics

/// Why an archive could not be read or written.
package enum ZipError: LimitedError, Hashable {
  /// The file could not be opened.
  case cannotOpen(SystemFault)
  /// Reading the file failed.
  case readFailed(SystemFault)
  /// Writing the file failed.
  case writeFailed(SystemFault)
  /// The bytes are not a zip archive.
  case notAnArchive(ForeignFormat)
  /// The file starts like an archive, but its end with the directory is missing.
  case truncated
  /// The directory at the archive's end is malformed or ambiguous.
  case damagedDirectory
  /// The file is one piece of a split archive.
  case splitArchive
  /// The archive has no entries.
  case noEntries
  /// An entry is encrypted, traditionally or with AES.
  case encryptedEntry(String)
  /// An entry is compressed by a method other than stored (0) and deflated (8).
  case unsupportedMethod(String, method: Int)
  /// The compressed bytes of an entry, or its local header, are damaged.
  case damagedEntry(String)
  /// An entry's bytes do not have the CRC-32 that the directory declares.
  case wrongChecksum(String)
  /// An entry has more or fewer bytes than the directory declares.
  case wrongSize(String, declared: Int)
  /// Two entries have the same name, or names that differ only by case or by the kind of slash.
  case duplicateName(String, String)
  /// Two entries share bytes of the archive.
  case overlappingEntries(String, String)
  /// An entry's name points outside the archive or contains a NUL.
  case unsafeName(String)
  /// The archive has no entry of that name.
  case missingEntry(String)
  /// An entry, or the archive as a whole (`nil`), exceeds a safety limit.
  case beyondLimit(String?, LimitExceeded)
  /// The edited archive would exceed 4 GiB or 65,535 entries, more than an edit can write.
  case tooLargeToEdit

  /// The exceeded limit, if one caused the error.
  package var exceededLimit: Limit? {
    if case .beyondLimit(_, let error) = self { error.limit } else { nil }
  }
}
