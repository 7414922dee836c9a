import CLibZip

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// An entry that is written when the archive is written.
struct PendingEntry {
  /// The content of the entry.
  enum Content {
    /// A small part, to be deflated by libzip or stored.
    case bytes([UInt8], isDeflated: Bool)
    /// A long part, already deflated if the second value is not nil.
    case spilled(SpillFile, SpilledSource.Deflated?)
  }

  let name: String
  let content: Content

  /// Adds the entry to libzip's archive; false if memory is short.
  func add(to zip: OpaquePointer) -> Bool {
    guard let source = makeSource(zip) else { return false }
    let flags = zip_flags_t(ZIP_FL_ENC_UTF_8)
    let index = zip_file_add(zip, name, source, flags)
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let place = zip_uint64_t(index)
    if case .bytes(_, isDeflated: false) = content {
      zip_set_file_compression(zip, place, ZIP_CM_STORE, 0)
    } else {
      zip_set_file_compression(zip, place, ZIP_CM_DEFLATE, 6)
    }
    // 1 January 1980, 0:00, in local time as zip defines it: independent of the time zone.
    return zip_file_set_dostime(zip, place, 0, 0x21, 0) == 0
  }

  private func makeSource(_ zip: OpaquePointer) -> OpaquePointer? {
    switch content {
    case .spilled(let spill, let deflated):
      return SourceCommand.makeSource(SpilledSource(spill, deflated: deflated))
    case .bytes(let bytes, _):
      // A copy for libzip, which frees it: the array may move.
      guard let copy = malloc(max(bytes.count, 1)) else { return nil }
      bytes.withUnsafeBytes {
        copy.copyMemory(from: $0.baseAddress ?? UnsafeRawPointer(copy), byteCount: $0.count)
      }
      guard let source = zip_source_buffer(zip, copy, zip_uint64_t(bytes.count), 1) else {
        free(copy)
        return nil
      }
      return source
    }
  }
}
