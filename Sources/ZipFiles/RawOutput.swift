import Diagnostics

/// A file that is written sequentially, byte for byte.
///
/// A class, because several writers use it in turn.
final class RawOutput {
  private let destination: ZipDestination

  /// Takes ownership of a descriptor that is open for writing.
  init(descriptor: Int32) { destination = ZipDestination(descriptor: descriptor) }

  /// The number of bytes written.
  var count: Int { Int(destination.position) }

  /// Appends `bytes`.
  func append(_ bytes: some Collection<UInt8>) throws(ZipError) {
    var isWritten = true
    Array(bytes).withUnsafeBytes { isWritten = destination.write($0) }
    guard isWritten else { throw failure }
  }

  /// Appends a range of another archive.
  func copy(_ range: Range<Int>, of source: ArchiveBytes) throws(ZipError) {
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: min(1 << 18, max(range.count, 1)), alignment: 16)
    defer { buffer.deallocate() }
    var offset = range.lowerBound
    while offset < range.upperBound {
      let wanted = UnsafeMutableRawBufferPointer(
        rebasing: buffer[..<min(buffer.count, range.upperBound - offset)])
      let count = try source.read(at: offset, into: wanted)
      guard count > 0 else { throw .truncated }
      guard destination.write(UnsafeRawBufferPointer(rebasing: wanted[..<count])) else {
        throw failure
      }
      offset += count
    }
  }

  /// Closes the file.
  func finish() throws(ZipError) {
    guard destination.close() else { throw failure }
  }

  private var failure: ZipError { .writeFailed(destination.fault ?? .last) }
}
