import Languages
package import Limits

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Changes some entries of an archive and keeps all others to the byte.
///
/// Untouched entries are copied as they lie in the archive: local header, compressed bytes, descriptor,
/// and their header in the directory with its times, attributes, extra fields and flags. A replaced entry
/// stays at its place in both; a new one comes last. Nothing reaches the disk before ``save(to:)``.
package struct ZipEditor: ~Copyable {
  private let archive: ArchiveLayout
  private let limits: Limits
  /// The new content of entries, as an archive of its own.
  private var patch: ZipWriter?
  private var patchDescriptor: Int32 = -1
  private var changes: [String: Change] = [:]
  private var added: [String] = []

  /// What happens to an entry.
  enum Change {
    /// It gets the content that the patch has under that name.
    case replaced(String)
    case removed
  }

  /// Opens the archive at `path`.
  ///
  /// - Throws: `ZipError`.
  package init(path: String, limits: Limits = .standard) throws(ZipError) {
    archive = try ZipArchive(path: path, limits: limits).layout
    self.limits = limits
  }

  /// Opens an archive that is in memory.
  ///
  /// - Throws: `ZipError`.
  package init(bytes: [UInt8], limits: Limits = .standard) throws(ZipError) {
    archive = try ZipArchive(bytes: bytes, limits: limits).layout
    self.limits = limits
  }

  /// The entries as they were opened.
  package var entries: [ZipEntry] { archive.entries }

  /// The entry of that name as it was opened, compared by ``ZipEntry/key``.
  package func entry(named name: String) -> ZipEntry? { archive.entry(named: name) }

  /// Gives the entry of that name new content, or adds one.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package mutating func set(
    _ name: String, _ bytes: [UInt8], compress: Bool = true
  ) throws(ZipError) {
    let stored = note(name)
    try patchWriter().add(stored, bytes, compress: compress)
  }

  /// Starts new content, which comes piece by piece, for the entry of that name, or adds one.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package mutating func begin(_ name: String) throws(ZipError) {
    let stored = note(name)
    try patchWriter().begin(stored)
  }

  /// Appends bytes to the content that ``begin(_:)`` started.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package mutating func write(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    try patchWriter().write(bytes)
  }

  /// Ends the content that ``begin(_:)`` started.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package mutating func end() throws(ZipError) { try patchWriter().end() }

  /// Takes the entry of that name out; without one it does nothing.
  package mutating func remove(_ name: String) {
    let key = ZipEntry.key(of: name)
    added.removeAll { ZipEntry.key(of: $0) == key }
    changes[key] = archive.entry(named: name) == nil ? nil : .removed
  }

  /// Writes the edited archive to `path`, which must not be the archive's own; it is made or emptied.
  ///
  /// - Throws: ``ZipError``; no file is left then.
  package consuming func save(to path: String) throws(ZipError) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotOpen(.last) }
    do throws(ZipError) {
      let output = RawOutput(descriptor: descriptor)
      if changes.isEmpty, added.isEmpty {
        try output.copy(0..<archive.bytes.count, of: archive.bytes)
      } else {
        var merge = ArchiveMerge(
          original: archive, changes: changes, added: added, patch: try finishedPatch())
        try merge.write(to: output)
      }
      try output.finish()
    } catch {
      unlink(path)
      throw error
    }
  }

  /// Remembers that the entry of that name changes, and gives the name it is stored under.
  private mutating func note(_ name: String) -> String {
    let key = ZipEntry.key(of: name)
    if let entry = archive.entry(named: name) {
      changes[key] = .replaced(entry.name)
      return entry.name
    }
    if let known = added.first(where: { ZipEntry.key(of: $0) == key }) { return known }
    added.append(name)
    return name
  }

  private mutating func patchWriter() throws(ZipError) -> ZipWriter {
    if let patch { return patch }
    let folder = SpillFile.folder
    let descriptor = try SpillFile.openNameless(in: folder)
    patchDescriptor = dup(descriptor)
    let writer = ZipWriter(descriptor: descriptor, folder: folder)
    patch = writer
    return writer
  }

  /// The patch as an archive to read; nil where nothing is new.
  private mutating func finishedPatch() throws(ZipError) -> ArchiveLayout? {
    guard let patch, patchDescriptor >= 0 else { return nil }
    try patch.finish()
    let bytes = ArchiveBytes(
      descriptor: patchDescriptor, count: Int(lseek(patchDescriptor, 0, SEEK_END)))
    patchDescriptor = -1
    return try ZipArchive(bytes, limits: limits, inflation: .fastest).layout
  }

  deinit { if patchDescriptor >= 0 { close(patchDescriptor) } }
}
