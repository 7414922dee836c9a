import CLibZip
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Writes a new zip archive, entry by entry.
///
/// The same entries make the same bytes: they are in the order of adding, and all have the same time, 1
/// January 1980. Deflated entries are kept aside until ``finish()`` writes the archive, with at most one MiB
/// of a large one in memory. Without ``finish()``, or if it fails, there is no new file, and an existing file
/// is unchanged.
///
/// A class, so that sheet writers can share it. One task only.
package final class ZipWriter {
  /// An entry up to this length is deflated by zlib, which compresses better; a longer one by ISA-L.
  private static let smallLength = 128 << 10

  /// Renames the finished archive; nil if it is written into a file that the caller has made.
  private var replacement: FileReplacement?
  /// The folder where long entries are kept aside.
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

  /// Makes the archive that ``finish()`` puts at `path` in one step, replacing an existing file.
  ///
  /// - Throws: ``ZipError/cannotOpen(_:)``.
  package init(path: String) throws(ZipError) {
    let replacement = try FileReplacement(of: path)
    destination = ZipDestination(descriptor: replacement.descriptor)
    folder = Self.spillFolder(for: path)
    self.replacement = consume replacement
  }

  /// Writes into the file at `path`, which the caller then moves into place, or removes on failure.
  ///
  /// - Throws: ``ZipError/cannotOpen(_:)``.
  package init(into path: String) throws(ZipError) {
    let descriptor = open(path.systemName, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw .cannotOpen(.last) }
    folder = Self.spillFolder(for: path)
    destination = ZipDestination(descriptor: descriptor)
  }

  /// Writes to a descriptor, which it takes ownership of, and keeps long entries aside in `folder`.
  init(descriptor: Int32, folder: String) {
    self.folder = folder
    destination = ZipDestination(descriptor: descriptor)
  }

  /// Adds a whole entry; without `compress` the bytes are stored, which suits pictures.
  ///
  /// An entry of the same name that was added before is replaced at its position.
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

  /// Inserts a whole entry at position `index` among those added so far.
  ///
  /// For parts that come first but are known last, such as `[Content_Types].xml`.
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

  /// Starts an entry whose bytes are written in pieces; an open entry is ended first.
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

  /// Ends the entry that ``begin(_:)`` started, if there is one.
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
  /// - Throws: ``ZipError/writeFailed(_:)``; an existing file at the path is then unchanged.
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

  /// The folder where long entries of an archive at `path` are kept aside: that of `path`, or the temporary
  /// folder for a device.
  private static func spillFolder(for path: String) -> String {
    if path.hasPrefix("/dev/") || path.hasPrefix("/proc/") { return SpillFile.folder }
    return path.utf8.lastIndex(of: UInt8(ascii: "/")).map { String(path[..<$0]) + "/" } ?? "."
  }
}
