import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An output that appears completely or not at all.
///
/// It is written to a temporary file beside its destination, which ``commit()`` renames. Until then the old
/// file is unchanged. Without a commit, the temporary file is removed by ``discard()``, at the end of the
/// object's life or by a signal other than KILL. `-`, a pipe and a device are written to directly.
///
/// A class, because writers of several kinds share it, and it has a deinitializer.
package final class OutputFile {
  /// The destination of the output.
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
  /// The permissions of the file after the commit: those of the file that it replaces.
  private var mode: mode_t?
  private var isDone = false

  /// Opens an output to `path`; `-` is stdout.
  ///
  /// With `isReplacing` an existing file is replaced, but never one of `inputs`, whatever links lead there. A
  /// link remains a link: the file that it leads to is replaced.
  ///
  /// - Parameters:
  ///   - path: The destination of the output.
  ///   - isReplacing: Whether an existing file is replaced.
  ///   - inputs: The files that are never replaced.
  ///   - sources: The inputs whose content goes into the output, which has no permissions that one of them
  ///     lacks. Nil for all of `inputs`.
  /// - Throws: ``OutputError`` if the output exists, is an input or cannot be created.
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
    // Writers that open the path need write permission, even if the file itself is write-protected.
    temporary = try TemporaryFile(
      in: Self.folder(of: real), mode: mode.map { $0 | S_IWUSR }, within: bound)
  }

  deinit {
    discard()
    if case .stream(let descriptor) = destination, descriptor != 1 { close(descriptor) }
  }

  /// The path of the file to write, for writers that open a path themselves.
  ///
  /// - Throws: ``OutputError/cannotCreate(_:)`` if the output is a stream and its spool cannot be made.
  package var temporaryPath: String {
    get throws(OutputError) {
      if let temporary { return temporary.path }
      let made = try TemporaryFile(in: Self.spoolFolder, mode: nil, within: 0o600)
      temporary = made
      return made.path
    }
  }

  /// Appends bytes; a stream gets them at once.
  ///
  /// - Throws: ``OutputError/writeFailed(_:)``.
  package func write(_ bytes: UnsafeRawBufferPointer) throws(OutputError) {
    if let temporary {
      try Self.write(bytes, to: temporary.descriptor)
    } else if case .stream(let descriptor) = destination {
      try Self.write(bytes, to: descriptor)
    }
  }

  /// Appends bytes; a stream gets them at once.
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

  /// Moves the output to its destination.
  ///
  /// - Throws: ``OutputError`` if the name was taken meanwhile or the disk is full; nothing remains then.
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

  /// Removes what has been written so far; has no effect after ``commit()``.
  package func discard() {
    isDone = true
    temporary?.remove()
    temporary = nil
  }
}
