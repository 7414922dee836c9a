import CLibZip
import Diagnostics

/// The `zip_source_t` through which libzip reads ``ArchiveBytes`` in a file.
///
/// For bytes in memory libzip has its own source.
final class ArchiveSource: SourceCommandAnswering {
  private let bytes: ArchiveBytes
  private var position = 0
  /// The error of the last failed call, for ``ZipError/readFailed(_:)``.
  private(set) var fault: SystemFault?

  init(_ bytes: ArchiveBytes) { self.bytes = bytes }

  func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_READ: return read(into: data)
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT:
      return SourceCommand.describe(data) {
        $0.valid = UInt64(ZIP_STAT_SIZE)
        $0.size = UInt64(bytes.count)
      }
    case ZIP_SOURCE_SEEK:
      let target = zip_source_seek_compute_offset(
        UInt64(position), UInt64(bytes.count), data.baseAddress, UInt64(data.count), nil)
      guard target >= 0 else { return -1 }
      position = Int(target)
      return 0
    case ZIP_SOURCE_TELL: return Int64(position)
    case ZIP_SOURCE_ERROR: return SourceCommand.tell(fault, ZIP_ER_READ, data)
    case ZIP_SOURCE_SUPPORTS:
      return SourceCommand.bitmap([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS,
      ])
    default: return -1
    }
  }

  private func read(into data: UnsafeMutableRawBufferPointer) -> Int64 {
    do throws(ZipError) {
      let count = try bytes.read(at: position, into: data)
      position += count
      return Int64(count)
    } catch {
      if case .readFailed(let cause) = error { fault = cause }
      return -1
    }
  }
}
