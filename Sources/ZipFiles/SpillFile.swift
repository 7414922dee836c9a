import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Bytes that are kept for later: few in memory, more in an unnamed file.
///
/// The file vanishes with the process, however that ends. A class, because libzip reads it in a callback
/// while the writer still refers to it.
final class SpillFile {
  /// The maximum number of bytes in memory.
  private static let memoryLength = 1 << 18

  /// The number of bytes.
  private(set) var count = 0

  private let folder: String
  private var memory: [UInt8] = []
  private var spilled = 0
  private var descriptor: Int32 = -1

  /// Makes an empty instance that spills into `folder`.
  init(folder: String) { self.folder = folder }

  deinit { if descriptor >= 0 { close(descriptor) } }

  /// Appends `bytes`.
  func append(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    if memory.count + bytes.count > Self.memoryLength { try spill() }
    if bytes.count > Self.memoryLength {
      try write(bytes)
    } else {
      memory.append(contentsOf: bytes)
    }
    count += bytes.count
  }

  /// Fills `buffer` with the bytes from `offset` on and returns their number.
  func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws(ZipError) -> Int {
    guard offset < spilled else {
      let rest = memory.dropFirst(offset - spilled).prefix(buffer.count)
      buffer.copyBytes(from: rest)
      return rest.count
    }
    while true {
      let got = pread(
        descriptor, buffer.baseAddress, min(buffer.count, spilled - offset), off_t(offset))
      if got < 0, errno == EINTR { continue }
      guard got > 0 else { throw .readFailed(.last) }
      return got
    }
  }

  private func spill() throws(ZipError) {
    guard !memory.isEmpty else { return }
    // Swapped out and back, so that the array is never copied.
    var bytes: [UInt8] = []
    swap(&bytes, &memory)
    var failure: ZipError?
    bytes.withUnsafeBytes { bytes in
      do throws(ZipError) { try write(bytes) } catch { failure = error }
    }
    if let failure { throw failure }
    bytes.removeAll(keepingCapacity: true)
    swap(&bytes, &memory)
  }

  private func write(_ bytes: UnsafeRawBufferPointer) throws(ZipError) {
    if descriptor < 0 { descriptor = try Self.openNameless(in: folder) }
    var written = 0
    while written < bytes.count {
      let count = pwrite(
        descriptor, bytes.baseAddress?.advanced(by: written), bytes.count - written,
        off_t(spilled + written))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .writeFailed(.last) }
      written += count
    }
    spilled += written
  }

  /// The folder for files that belong to no other folder: `TMPDIR`, or `/tmp`.
  static var folder: String {
    guard let folder = getenv("TMPDIR"), folder.pointee != 0 else { return "/tmp" }
    return String(fileName: folder)
  }

  /// Opens an unnamed file in `folder`.
  static func openNameless(in folder: String) throws(ZipError) -> Int32 {
    #if os(Linux)
      // The macro O_TMPFILE is not imported.
      let nameless = open(folder.systemName, 0o20_000_000 | O_DIRECTORY | O_RDWR | O_CLOEXEC, 0o600)
      if nameless >= 0 { return nameless }
    #endif
    var template = "\(folder)/.xlsxreport-XXXXXX".systemName
    let descriptor = mkstemp(&template)
    guard descriptor >= 0 else { throw .writeFailed(.last) }
    unlink(template)
    return descriptor
  }
}
