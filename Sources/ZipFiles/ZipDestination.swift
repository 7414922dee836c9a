import CLibZip
import Diagnostics

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The C function `close`, which the method of that name hides.
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }

/// The `zip_source_t` through which libzip writes an archive to a file that we opened.
///
/// libzip's own source would write to a temporary file and rename it; here the caller decides about both.
final class ZipDestination: SourceCommandAnswering {
  private let descriptor: Int32
  private(set) var position: off_t = 0
  /// The error of the first failed call.
  private(set) var fault: SystemFault?
  private var isOpen = true

  /// Takes ownership of a descriptor that is open for writing.
  init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { _ = close() }

  /// Closes the file, once; returns whether it succeeded, as a network disk may report a full disk here.
  func close() -> Bool {
    guard isOpen else { return true }
    isOpen = false
    guard systemClose(descriptor) == 0 else {
      fault = fault ?? .last
      return false
    }
    return true
  }

  func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL: 0
    case ZIP_SOURCE_STAT: SourceCommand.describe(data) { _ in }
    case ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE: 0
    case ZIP_SOURCE_WRITE: write(UnsafeRawBufferPointer(data)) ? Int64(data.count) : -1
    case ZIP_SOURCE_SEEK_WRITE: seek(data)
    case ZIP_SOURCE_TELL_WRITE: Int64(position)
    case ZIP_SOURCE_REMOVE: 0
    case ZIP_SOURCE_ERROR: SourceCommand.tell(fault, ZIP_ER_WRITE, data)
    case ZIP_SOURCE_SUPPORTS:
      SourceCommand.bitmap([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
        ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE, ZIP_SOURCE_ROLLBACK_WRITE,
        ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
      ])
    default: -1
    }
  }

  /// Writes all of `data` at the position; on failure returns false and sets ``fault``.
  func write(_ data: UnsafeRawBufferPointer) -> Bool {
    var written = 0
    while written < data.count {
      let count = pwrite(
        descriptor, data.baseAddress?.advanced(by: written), data.count - written,
        position + off_t(written))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else {
        fault = fault ?? .last
        return false
      }
      written += count
    }
    position += off_t(written)
    return true
  }

  private func seek(_ data: UnsafeMutableRawBufferPointer) -> Int64 {
    // libzip seeks back only to correct a header that it has written, never beyond the end.
    let target = zip_source_seek_compute_offset(
      UInt64(position), UInt64(Int64.max), data.baseAddress, UInt64(data.count), nil)
    guard target >= 0 else { return -1 }
    position = off_t(target)
    return 0
  }
}
