import CLibZip
import Diagnostics

/// An archive that libzip has open for reading, shared by ``ZipArchive`` and its open entries.
///
/// A class, so that an entry being read keeps the archive open. Closes without writing: `zip_discard`.
final class ArchiveHandle {
  let bytes: ArchiveBytes
  let limits: Limits
  /// How entries are inflated.
  let inflation: Inflation
  /// The open archive; never nil after `init`.
  let zip: OpaquePointer
  private let source: ArchiveSource?
  /// Bytes inflated so far, all entries together.
  private var inflated = 0
  #if ISAL
    /// An idle inflater.
    private var spare: StreamInflater?
  #endif

  init(_ bytes: ArchiveBytes, limits: Limits, inflation: Inflation) throws(ZipError) {
    self.bytes = bytes
    self.limits = limits
    self.inflation = inflation
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let fileSource = bytes.memory == nil ? ArchiveSource(bytes) : nil
    source = fileSource
    let zipSource =
      fileSource.map { SourceCommand.makeSource($0) }
      ?? zip_source_buffer_create(bytes.memory?.baseAddress, UInt64(bytes.count), 0, &error)
    guard let zipSource else { throw .readFailed(SystemFault(code: zip_error_code_system(&error))) }
    guard let zip = zip_open_from_source(zipSource, ZIP_RDONLY, &error) else {
      zip_source_free(zipSource)
      if let fault = fileSource?.fault { throw .readFailed(fault) }
      throw zip_error_code_zip(&error) == ZIP_ER_MULTIDISK ? .splitArchive : .damagedDirectory
    }
    self.zip = zip
  }

  deinit { zip_discard(zip) }

  /// The error of a failed read from the archive's file, if any.
  var fault: SystemFault? { source?.fault }

  /// Counts inflated bytes against the limit for the whole archive.
  func countInflated(_ count: Int) throws(LimitExceeded) {
    inflated += count
    try limits.check(.totalBytes, inflated)
  }

  #if ISAL
    /// An inflater at the start of a stream; an idle one is reused, as it takes 150 KiB.
    func takeInflater() -> StreamInflater {
      guard let inflater = spare else { return StreamInflater() }
      spare = nil
      inflater.reset()
      return inflater
    }

    /// Takes back an inflater for reuse.
    func giveBack(_ inflater: StreamInflater) { spare = inflater }
  #endif
}
