import DelimitedText
package import Diagnostics

/// A file that someone sent in, before anybody knows what it is.
package struct SubmissionFile: Sendable {
  /// Where its bytes are.
  package enum Content: Sendable {
    /// In a file.
    case path(String)
    /// In memory.
    case bytes([UInt8])
  }

  /// The name as the user gave it; `-` for stdin.
  package let name: String
  /// Where its bytes are; stdin has been read.
  package let content: Content

  /// Names the file at `path`; nothing is read yet.
  package init(path: String) {
    name = path
    content = .path(path)
  }

  /// Takes the bytes of a file called `name`.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    content = .bytes(bytes)
  }

  /// Takes the file at `path`; `-` is stdin, which is read to its end at once.
  ///
  /// - Throws: `ByteSourceError` and, for stdin, `LimitExceeded` of `small-part-bytes`.
  package init(path: String, limits: Limits) throws {
    guard path == "-" else {
      self.init(path: path)
      return
    }
    var source = ByteSource(descriptor: 0)
    self.init(name: path, bytes: try source.readAll(limits: limits))
  }

  /// The name without its folder.
  package var baseName: String { name.split(separator: "/").last.map(String.init) ?? name }

  /// Its size in bytes; nil where it cannot be told.
  package var byteCount: Int? {
    switch content {
    case .bytes(let bytes): bytes.count
    case .path(let path): ByteSource.fileSize(path)
    }
  }

  /// Whether it can be opened.
  package var exists: Bool {
    do {
      _ = try source()
      return true
    } catch {
      return false
    }
  }

  /// The ending of its name in lower case, without the dot; empty when it has none.
  package var nameExtension: String {
    guard let last = name.split(separator: "/").last, let dot = last.lastIndex(of: "."),
      dot > last.startIndex
    else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  /// All its bytes.
  ///
  /// - Throws: `ByteSourceError`; `LimitExceeded` of `small-part-bytes`.
  package func bytes(limits: Limits = .standard) throws -> [UInt8] {
    switch content {
    case .bytes(let bytes): return bytes
    case .path:
      var source = try source()
      return try source.readAll(limits: limits)
    }
  }

  /// Its first `count` bytes, fewer where it is shorter.
  ///
  /// - Throws: `ByteSourceError`.
  func start(_ count: Int) throws -> [UInt8] {
    switch content {
    case .bytes(let bytes): return Array(bytes.prefix(count))
    case .path:
      var source = try source()
      return try source.read(atMost: count)
    }
  }

  /// Its bytes as a stream.
  ///
  /// - Throws: `ByteSourceError` when it cannot be opened.
  func source() throws(ByteSourceError) -> ByteSource {
    switch content {
    case .bytes(let bytes): ByteSource(bytes: bytes)
    case .path(let path): try ByteSource(path: path)
    }
  }
}
