/// What opening an archive has found out about it.
struct ArchiveLayout {
  let bytes: ArchiveBytes
  let directory: CentralDirectory
  /// The comment at the archive's end.
  let comment: [UInt8]
  /// The entries in the order of the directory.
  let entries: [ZipEntry]
  /// The place of each entry by its key.
  let places: [String: Int]

  /// The entry of that name, compared by ``ZipEntry/key``.
  func entry(named name: String) -> ZipEntry? {
    places[ZipEntry.key(of: name)].map { entries[$0] }
  }
}
