import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An output that appears whole or not at all.
///
/// It is written to a temporary file beside its destination; ``commit()`` gives it its name. Until then the
/// old file is as it was. Without a commit, by ``discard()``, at the end of the object's life or by a
/// signal other than KILL, the temporary file goes. `-`, a pipe and a device are written to directly.
///
/// A class, because writers of several kinds share it and its end of life counts.
package final class OutputFile {
  /// Where the output goes.
  private enum Destination {
    /// A file, which gets its name at the end.
    case file(path: String)
    /// Something that can only be written to: stdout, a pipe, a device.
    case stream(Int32)
  }

  private let destination: Destination
  private let isReplacing: Bool
  private let inputs: InputFiles
  private var temporary: TemporaryFile?
  /// The permissions that the file gets with its name: those of the one it replaces.
  private var mode: mode_t?
  private var isDone = false

  /// Makes ready to write to `path`; `-` is stdout.
  ///
  /// With `isReplacing` a file that exists is replaced, but never one of `inputs`, whatever links lead
  /// there. A link that is replaced stays a link: the file that it leads to is.
  ///
  /// - Parameters:
  ///   - path: Where the output goes.
  ///   - isReplacing: Whether a file that exists is replaced.
  ///   - inputs: What is never replaced.
  ///   - sources: The inputs whose content goes into the output: it is open to nobody to whom one of them
  ///     is not. Nil for all of `inputs`.
  /// - Throws: ``OutputError``, where the output exists, is an input or cannot be created.
  package init(
    path: String, replacing isReplacing: Bool, inputs: InputFiles = [],
    sources: InputFiles? = nil
  ) throws(OutputError) {
    self.isReplacing = isReplacing
    self.inputs = inputs
    guard path != "-" else {
      if let output = FileIdentity(descriptor: 1), inputs.contains(output) { throw .isInput }
      destination = .stream(1)
      return
    }
    let existing = FileIdentity(path: path)
    if let existing {
      if inputs.contains(existing) { throw .isInput }
      guard !existing.isFolder else { throw .cannotCreate(SystemFault(code: EISDIR)) }
      guard existing.isRegular else {
        let descriptor = open(path.systemName, O_WRONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .cannotCreate(.last) }
        destination = .stream(descriptor)
        return
      }
      guard isReplacing else { throw .exists }
    } else if !isReplacing, FileIdentity.isTaken(path) {
      throw .exists
    }
    let real = existing == nil ? path : Self.resolved(path)
    destination = .file(path: real)
    let bound = (sources ?? inputs).permissions
    mode = existing.map { $0.mode & bound }
    // Writers that open the path need to write to it, even where the file itself is write-protected.
    temporary = try TemporaryFile(
      in: Self.folder(of: real), mode: mode.map { $0 | S_IWUSR }, within: bound)
  }

  deinit {
    discard()
    if case .stream(let descriptor) = destination, descriptor != 1 { close(descriptor) }
  }

  /// The path of the file to write, for writers that open a path themselves.
  ///
  /// - Throws: ``OutputError/cannotCreate(_:)``, where the output is a stream and its spool cannot be made.
  package var temporaryPath: String {
    get throws(OutputError) {
      if let temporary { return temporary.path }
      let made = try TemporaryFile(in: Self.spoolFolder, mode: nil, within: 0o600)
      temporary = made
      return made.path
    }
  }

  /// Appends bytes; to a stream they go at once.
  ///
  /// - Throws: ``OutputError/writeFailed(_:)``.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    if let temporary {
      try Self.write(bytes, to: temporary.descriptor)
    } else if case .stream(let descriptor) = destination {
      try Self.write(bytes, to: descriptor)
    }
  }

  /// Appends bytes; to a stream they go at once.
  ///
  /// - Throws: ``OutputError/writeFailed(_:)``.
  package func write(_ bytes: [UInt8]) throws(OutputError) {
    var failure: OutputError?
    bytes.withUnsafeBytes { bytes in
      do throws(OutputError) { try write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// Appends text in UTF-8.
  ///
  /// - Throws: ``OutputError/writeFailed(_:)``.
  package func write(_ text: String) throws(OutputError) { try write(Array(text.utf8)) }

  /// Puts the output in its place.
  ///
  /// - Throws: ``OutputError``: the name was taken meanwhile, or the disk is full; nothing is left then.
  package func commit() throws(OutputError) {
    defer { discard() }
    guard !isDone, let temporary else { return }
    switch destination {
    case .stream(let descriptor):
      try temporary.copy { bytes throws(OutputError) in
        try Self.write(bytes, to: descriptor)
      }
    case .file(let path):
      guard temporary.close() else { throw .writeFailed(.last) }
      if let mode, chmod(temporary.path.systemName, mode) != 0 { throw .cannotCreate(.last) }
      if isReplacing {
        if let now = FileIdentity(path: path), inputs.contains(now) {
          throw .isInput
        }
        guard rename(temporary.path.systemName, path.systemName) == 0 else {
          throw .cannotCreate(.last)
        }
      } else {
        try Self.nameAnew(temporary.path, path)
      }
    }
  }

  /// Removes what has been written so far; after ``commit()`` it does nothing.
  package func discard() {
    isDone = true
    temporary?.remove()
    temporary = nil
  }
}
