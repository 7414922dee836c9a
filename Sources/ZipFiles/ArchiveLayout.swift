/// The directory, entries and comment of an open archive.
struct ArchiveLayout {
  let bytes: ArchiveBytes
  let directory: CentralDirectory
  /// The comment at the archive's end.
  let comment: [UInt8]
  /// The entries in the order of the directory.
  let entries: [ZipEntry]
  /// The index of each entry by its key.
  let places: [String: Int]

  /// The entry named `name`, compared by ``ZipEntry/key``.
  func entry(named name: String) -> ZipEntry? {
    places[ZipEntry.key(of: name)].map { entries[$0] }
  }
}
