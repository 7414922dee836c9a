package import Diagnostics

/// A parser that is fed a document in pieces and tells a handler what is in it.
///
/// It resolves namespaces, the five entities and character references, reads UTF-8, UTF-16 and what
/// else libxml2 knows by declaration, and never opens a file or a connection. A document type
/// declaration is an error, as OPC asks (ISO/IEC 29500-2, 9.1.4), and so no entity of the document's
/// own ever exists.
///
/// ``DocumentScanner`` reads the first bytes, and with them the whole of most parts, in a fraction of the
/// time. At what it does not know libxml2 takes over: it reads the document from its first byte and
/// tells what has not been told yet. So what comes out, and every error, is libxml2's.
package struct XMLPushParser: ~Copyable {
  private let handler: any XMLHandler
  private let limits: Limits
  /// Kept when libxml2 has taken over: handlers tell namespaces by where they are kept.
  private let scanner: DocumentScanner?
  private var library: LibraryParser?

  /// Makes a parser that tells `handler` and keeps `limits`.
  ///
  /// - Parameters:
  ///   - handler: What is told of the document.
  ///   - limits: The limits that hold.
  ///   - usesScanner: Whether what is written as usual may be read without libxml2.
  /// - Throws: ``XMLError`` where libxml2 makes no parser.
  package init(
    handler: any XMLHandler, limits: Limits = .standard, usesScanner: Bool = true
  ) throws {
    self.handler = handler
    self.limits = limits
    if usesScanner, DocumentScanner.isWithin(limits) {
      scanner = DocumentScanner()
    } else {
      scanner = nil
      library = try LibraryParser(handler, limits)
    }
  }

  /// Where the parser stands: behind the last byte that it has understood.
  package var position: XMLPosition {
    if let library { return library.position }
    return scanner?.position ?? XMLPosition(line: 1, column: 0)
  }

  /// Whether nothing but whole tags and text has been read: no markup waits for its end.
  package var isBetweenTokens: Bool {
    if let library { return library.isBetweenTokens }
    return scanner?.isBetweenTokens ?? true
  }

  /// Whether libxml2 has read what has been read so far.
  package var usesLibrary: Bool { library != nil }

  /// Whether the document's bytes are UTF-8, as far as its beginning has been read.
  package var isUTF8: Bool { library?.isUTF8 ?? true }

  /// Reads the next bytes of the document.
  ///
  /// - Throws: ``XMLError``, `LimitExceeded`, or what the handler threw.
  package mutating func push(_ bytes: UnsafeRawBufferPointer) throws {
    guard library == nil, let scanner, scanner.take(bytes) else {
      return try readingLibrary().push(bytes)
    }
    if try !scanner.scan(handler) { _ = try readingLibrary() }
  }

  /// Reads the next bytes of the document.
  package mutating func push(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try push($0) }
  }

  /// Says that the document is complete.
  ///
  /// - Throws: ``XMLError`` when it is not, `LimitExceeded`, or what the handler threw.
  package mutating func finish() throws {
    if library == nil, scanner?.isComplete == true { return }
    try readingLibrary().finish()
  }

  /// Counts `lines` that somebody else has read in the parser's place.
  package mutating func skip(lines: Int) {
    if let library { library.skip(lines: lines) } else { scanner?.skip(lines: lines) }
  }

  /// libxml2's parser; where it does not read yet, it is made to, from the first byte on.
  private mutating func readingLibrary() throws -> LibraryParser {
    if let library { return library }
    let library = try LibraryParser(handler, limits, told: scanner?.told ?? ToldEvents())
    self.library = library
    try scanner?.repeatAll(to: library)
    return library
  }
}

extension XMLPushParser {
  /// Parses a whole document that is in memory.
  package static func parse(
    _ bytes: [UInt8], handler: any XMLHandler, limits: Limits = .standard
  ) throws {
    var parser = try XMLPushParser(handler: handler, limits: limits)
    try parser.push(bytes)
    try parser.finish()
  }

  /// Parses a document as it comes; `next` fills the buffer and says by how much, 0 at the end.
  package static func parse(
    handler: any XMLHandler, limits: Limits = .standard, usesScanner: Bool = true,
    next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    var parser = try XMLPushParser(handler: handler, limits: limits, usesScanner: usesScanner)
    let buffer = UnsafeMutableRawBufferPointer.allocate(
      byteCount: LibraryParser.chunkSize, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try next(buffer)
      guard count > 0 else { break }
      try parser.push(UnsafeRawBufferPointer(rebasing: buffer[..<min(count, buffer.count)]))
    }
    try parser.finish()
  }
}
