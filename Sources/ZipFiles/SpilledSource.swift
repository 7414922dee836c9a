import CLibZip
import Diagnostics

/// The source through which libzip reads a spilled entry when it writes the archive.
final class SpilledSource: SourceCommandAnswering {
  /// The size and checksum of the inflated bytes, if the spilled bytes are deflated.
  struct Deflated {
    let size: Int
    let checksum: UInt32
  }

  private let spill: SpillFile
  private let deflated: Deflated?
  private var position = 0
  private var fault: SystemFault?

  init(_ spill: SpillFile, deflated: Deflated?) {
    self.spill = spill
    self.deflated = deflated
  }

  func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN:
      position = 0
      return 0
    case ZIP_SOURCE_READ: return read(into: data)
    case ZIP_SOURCE_CLOSE: return 0
    case ZIP_SOURCE_STAT: return SourceCommand.describe(data) { describe(&$0) }
    case ZIP_SOURCE_ERROR: return SourceCommand.tell(fault, ZIP_ER_READ, data)
    case ZIP_SOURCE_SUPPORTS:
      return SourceCommand.bitmap([
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR,
        ZIP_SOURCE_FREE, ZIP_SOURCE_SUPPORTS,
      ])
    default: return -1
    }
  }

  private func read(into data: UnsafeMutableRawBufferPointer) -> Int64 {
    do throws(ZipError) {
      let count = try spill.read(at: position, into: data)
      position += count
      return Int64(count)
    } catch {
      if case .readFailed(let cause) = error { fault = cause }
      return -1
    }
  }

  /// Describes the entry; libzip copies deflated bytes only if all five fields are known beforehand.
  private func describe(_ status: inout zip_stat_t) {
    guard let deflated else {
      status.valid = UInt64(ZIP_STAT_SIZE)
      status.size = UInt64(spill.count)
      return
    }
    status.valid = UInt64(
      ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_CRC | ZIP_STAT_COMP_METHOD
        | ZIP_STAT_ENCRYPTION_METHOD)
    status.size = UInt64(deflated.size)
    status.comp_size = UInt64(spill.count)
    status.crc = deflated.checksum
    status.comp_method = UInt16(ZIP_CM_DEFLATE)
    status.encryption_method = UInt16(ZIP_EM_NONE)
  }
}
