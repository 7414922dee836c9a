package import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Changes some entries of an archive and keeps all others byte for byte.
///
/// Unchanged entries are copied: local header, compressed bytes, data descriptor, and the directory header
/// with its times, attributes, extra fields and flags. A replaced entry keeps its position in both; a new one
/// comes last. Nothing is written before ``save(to:)``.
package struct ZipEditor: ~Copyable {
  private let archive: ArchiveLayout
  private let limits: Limits
  /// The new content of entries, as a separate archive.
  private var patch: ZipWriter?
  private var patchDescriptor: Int32 = -1
  private var changes: [String: Change] = [:]
  private var added: [String] = []

  /// The change to an entry.
  enum Change {
    /// It gets the content of the entry of this name in the patch.
    case replaced(String)
    case removed
  }

  /// Edits `archive`, which may still be read.
  ///
  /// - Parameters:
  ///   - archive: The archive as it was opened, even if its file has changed since.
  ///   - limits: The limits for its new content.
  package init(_ archive: borrowing ZipArchive, limits: Limits = .standard) {
    self.archive = archive.layout
    self.limits = limits
  }

  /// Opens an archive that is in memory.
  ///
  /// - Throws: `ZipError`.
  package init(bytes: [UInt8], limits: Limits = .standard) throws(ZipError) {
    self.init(try ZipArchive(bytes: bytes, limits: limits), limits: limits)
  }

  /// The entries as they were opened.
  package var entries: [ZipEntry] { archive.entries }

  /// The entry named `name` as it was opened, compared by ``ZipEntry/key``.
  package func entry(named name: String) -> ZipEntry? { archive.entry(named: name) }

  /// Replaces the content of the entry named `name`, or adds the entry.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package mutating func set(
    _ name: String, _ bytes: [UInt8], compress: Bool = true
  ) throws(ZipError) {
    let stored = note(name)
    try patchWriter().add(stored, bytes, compress: compress)
  }

  /// Starts new content, written in pieces, for the entry named `name`, or adds the entry.
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

  /// Removes the entry named `name`, if it exists.
  package mutating func remove(_ name: String) {
    let key = ZipEntry.key(of: name)
    added.removeAll { ZipEntry.key(of: $0) == key }
    changes[key] = archive.entry(named: name) == nil ? nil : .removed
  }

  /// Writes the edited archive to `path` in one step; `path` may be the archive's own.
  ///
  /// - Throws: ``ZipError``; the file at `path` is then unchanged.
  package consuming func save(to path: String) throws(ZipError) {
    let file = try FileReplacement(of: path)
    try write(to: RawOutput(descriptor: file.descriptor))
    try file.commit()
  }

  /// Writes the edited archive into the file at `path`, which must not be the archive's own.
  ///
  /// The caller then moves the file into place, or removes it on failure.
  ///
  /// - Throws: ``ZipError``.
  package consuming func write(into path: String) throws(ZipError) {
    let descriptor = open(path.systemName, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotOpen(.last) }
    try write(to: RawOutput(descriptor: descriptor))
  }

  private mutating func write(to output: RawOutput) throws(ZipError) {
    if changes.isEmpty, added.isEmpty {
      try output.copy(0..<archive.bytes.count, of: archive.bytes)
    } else {
      var merge = ArchiveMerge(
        original: archive, changes: changes, added: added, patch: try finishedPatch())
      try merge.write(to: output)
    }
    try output.finish()
  }

  /// Records that the entry named `name` changes, and returns its stored name.
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

  /// The patch as an archive to read; nil if nothing is new.
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
