import DelimitedText
package import Diagnostics
package import OpenPackaging
import ZipFiles

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A file or stdin, opened once, so that all readers get the same bytes.
package struct Input: Sendable {
  /// The name as the user gave it; `-` for stdin.
  package let name: String
  private let content: Content

  private enum Content: Sendable {
    /// In memory: a small file, or the content of a pipe.
    case bytes([UInt8])
    /// In a regular file that is kept open.
    case file(OpenFile)
  }

  /// A descriptor that is closed when it is no longer used.
  private final class OpenFile: Sendable {
    let descriptor: Int32
    let count: Int

    init(_ descriptor: Int32, count: Int) {
      self.descriptor = descriptor
      self.count = count
    }

    deinit { close(descriptor) }
  }

  /// The size in bytes up to which a regular file is read whole when it is opened.
  private static let wholeCount = 1 << 20

  /// Makes the input of a file called `name` with these bytes.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .bytes(bytes)
  }

  /// Opens the file at `path`; `-` is stdin.
  ///
  /// An input without random access, such as a pipe, is read to its end.
  ///
  /// - Throws: `ByteSourceError`; `LimitExceeded` of `small-part-bytes` for a pipe.
  package init(path: String, limits: Limits = .standard) throws {
    name = path
    var source = try path == "-" ? ByteSource(descriptor: 0) : ByteSource(path: path)
    if path != "-", let count = source.fileSize, count > Self.wholeCount {
      content = .file(OpenFile(try source.duplicatedDescriptor(), count: count))
    } else {
      content = .bytes(try source.readAll(limits: limits))
    }
  }

  /// The name without its folder.
  package var baseName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// The extension of its name in lower case, without the dot; empty if it has none.
  package var nameExtension: String { name.fileNameExtension }

  /// Its size in bytes.
  package var byteCount: Int {
    switch content {
    case .bytes(let bytes): bytes.count
    case .file(let file): file.count
    }
  }

  /// All its bytes.
  ///
  /// - Throws: `ByteSourceError`; `LimitExceeded` of `small-part-bytes`.
  package func bytes(limits: Limits = .standard) throws -> [UInt8] {
    if case .bytes(let bytes) = content { return bytes }
    var source = try source()
    return try source.readAll(limits: limits)
  }

  /// Its first `count` bytes, or fewer if it is shorter.
  ///
  /// - Throws: `ByteSourceError`.
  func start(_ count: Int) throws -> [UInt8] {
    if case .bytes(let bytes) = content { return Array(bytes.prefix(count)) }
    var source = try source()
    return try source.read(atMost: count)
  }

  /// Its bytes from the first on.
  func source() throws(ByteSourceError) -> ByteSource {
    switch content {
    case .bytes(let bytes): ByteSource(bytes: bytes)
    case .file(let file): try ByteSource(file: file.descriptor)
    }
  }

  /// The package that it contains.
  ///
  /// - Throws: `ZipError`, `OPCError`.
  package func package(limits: Limits) throws -> OPCPackage {
    switch content {
    case .bytes(let bytes): try OPCPackage(bytes: bytes, limits: limits)
    case .file(let file):
      try OPCPackage(
        ZipArchive(file: file.descriptor, count: file.count, limits: limits), limits: limits)
    }
  }
}
