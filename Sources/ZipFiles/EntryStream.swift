/// The bytes of one long entry that is being written to an archive.
///
/// ISA-L deflates them; without the trait `ISAL` they are kept as they are, and libzip deflates them. A
/// class, because the writer keeps it between calls and it cannot be copied.
final class EntryStream {
  private let spill: SpillFile
  #if ISAL
    private var deflater = StreamDeflater()
  #endif

  /// Makes an empty stream that spills into `folder`.
  init(folder: String) { spill = SpillFile(folder: folder) }

  /// Appends `bytes`.
  func append(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    #if ISAL
      try deflater.append(bytes, to: spill)
    #else
      try spill.append(bytes)
    #endif
  }

  /// Ends the entry.
  func finish() throws(ZipError) -> PendingEntry.Content {
    #if ISAL
      try deflater.append(UnsafeRawBufferPointer(start: nil, count: 0), isLast: true, to: spill)
      return .spilled(
        spill, SpilledSource.Deflated(size: deflater.size, checksum: deflater.checksum))
    #else
      return .spilled(spill, nil)
    #endif
  }
}
