import CLibZip
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a new zip archive, entry by entry.
///
/// The same entries give the same bytes: the order is that of adding, every entry carries the same time,
/// 1 January 1980. Entries are kept aside, deflated, until ``finish()`` writes the archive; of a large one
/// no more than a mebibyte is in memory. Without ``finish()``, or where it fails, there is no new file, and one
/// that was there before is as it was.
///
/// A class, so that sheet writers may share it. One task only.
package final class ZipWriter {
  /// An entry up to this length goes through zlib, which packs closer; a longer one through ISA-L.
  private static let smallLength = 128 << 10

  /// What gives the archive its name; nil where it is written into a file that the caller has made.
  private var replacement: FileReplacement?
  /// Where long entries are kept aside.
  private let folder: String
  private let destination: ZipDestination
  private var pending: [PendingEntry] = []
  private var places: [String: Int] = [:]
  private var current: OpenEntry?

  /// An entry between ``begin(_:)`` and ``end()``.
  private struct OpenEntry {
    let name: String
    var start: [UInt8] = []
    var stream: EntryStream?
  }

  /// Makes the archive that ``finish()`` puts at `path`, in one step, in the place of a file that is there.
  ///
  /// - Throws: ``ZipError/cannotOpen(_:)``.
  package init(path: String) throws(ZipError) {
    let replacement = try FileReplacement(of: path)
    destination = ZipDestination(descriptor: replacement.descriptor)
    folder = Self.spillFolder(for: path)
    self.replacement = consume replacement
  }

  /// Writes into the file at `path`, which the caller puts in its place, or removes where this fails.
  ///
  /// - Throws: ``ZipError/cannotOpen(_:)``.
  package init(into path: String) throws(ZipError) {
    let descriptor = open(path.systemName, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotOpen(.last) }
    folder = Self.spillFolder(for: path)
    destination = ZipDestination(descriptor: descriptor)
  }

  /// Writes to a descriptor that it takes over, and keeps long entries aside in `folder`.
  init(descriptor: Int32, folder: String) {
    self.folder = folder
    destination = ZipDestination(descriptor: descriptor)
  }

  /// Adds a whole entry; without `compress` the bytes are stored as they are, which suits pictures.
  ///
  /// An entry of that name that was added before is replaced where it stands.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package func add(_ name: String, _ bytes: [UInt8], compress: Bool = true) throws(ZipError) {
    guard compress, bytes.count > Self.smallLength else {
      append(PendingEntry(name: name, content: .bytes(bytes, isDeflated: compress)))
      return
    }
    try begin(name)
    var failure: ZipError?
    bytes.withUnsafeBytes { bytes in
      do throws(ZipError) { try write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    try end()
  }

  /// Adds a whole entry in front of those added so far from the place `index` on.
  ///
  /// For parts that must stand first but are known last, such as `[Content_Types].xml`.
  package func insert(_ name: String, _ bytes: [UInt8], at index: Int) {
    pending.insert(
      PendingEntry(name: name, content: .bytes(bytes, isDeflated: true)),
      at: min(max(index, 0), pending.count))
    places = Dictionary(pending.indices.map { (pending[$0].name, $0) }) { first, _ in first }
  }

  private func append(_ entry: PendingEntry) {
    if let place = places[entry.name] {
      pending[place] = entry
    } else {
      places[entry.name] = pending.count
      pending.append(entry)
    }
  }

  /// Starts an entry whose bytes come piece by piece; an entry still open is ended first.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package func begin(_ name: String) throws(ZipError) {
    try end()
    current = OpenEntry(name: name)
  }

  /// Appends bytes to the entry that ``begin(_:)`` started.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    guard current != nil else { return }
    if current?.stream == nil {
      guard (current?.start.count ?? 0) + bytes.count > Self.smallLength else {
        current?.start.append(contentsOf: bytes)
        return
      }
      let start = current?.start ?? []
      current?.start = []
      current?.stream = EntryStream(folder: folder)
      var failure: ZipError?
      start.withUnsafeBytes { start in
        do throws(ZipError) { try current?.stream?.append(start) } catch { failure = error }
      }
      if let failure { throw failure }
    }
    try current?.stream?.append(bytes)
  }

  /// Ends the entry that ``begin(_:)`` started; without one it does nothing.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``.
  package func end() throws(ZipError) {
    guard let entry = current else { return }
    current = nil
    let content =
      try entry.stream?.finish() ?? PendingEntry.Content.bytes(entry.start, isDeflated: true)
    append(PendingEntry(name: entry.name, content: content))
  }

  /// Writes the archive and closes the file.
  ///
  /// - Throws: ``ZipError/writeFailed(_:)``; what was at the path is there as it was.
  package func finish() throws(ZipError) {
    try end()
    guard let source = SourceCommand.makeSource(destination) else {
      throw .writeFailed(SystemFault(code: ENOMEM))
    }
    guard let zip = zip_open_from_source(source, ZIP_CREATE | ZIP_TRUNCATE, nil) else {
      zip_source_free(source)
      throw .writeFailed(SystemFault(code: ENOMEM))
    }
    for entry in pending where !entry.add(to: zip) {
      zip_discard(zip)
      throw .writeFailed(SystemFault(code: ENOMEM))
    }
    guard zip_close(zip) == 0 else {
      let code = zip_error_code_system(zip_get_error(zip))
      zip_discard(zip)
      throw .writeFailed(destination.fault ?? SystemFault(code: code))
    }
    guard destination.close() else { throw .writeFailed(destination.fault ?? .last) }
    try replacement.take()?.commit()
  }

  /// Where long entries of an archive at `path` are kept aside: beside it, or where temporary files go for
  /// a device.
  private static func spillFolder(for path: String) -> String {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return SpillFile.folder }
    return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) + "/" } ?? "."
  }
}
