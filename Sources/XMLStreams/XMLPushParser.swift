import CLibXML2
package import Diagnostics

/// A parser that is fed a document in pieces and calls a handler: libxml2's SAX2 parser.
///
/// It resolves namespaces, the five predefined entities and character references, and reads UTF-8, UTF-16 and
/// the other encodings that libxml2 knows. It never opens a file or a connection. A document type declaration
/// is an error, as OPC requires (ISO/IEC 29500-2, 9.1.4), so a document cannot declare entities.
package struct XMLPushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let session: XMLSession

  /// The number of bytes passed to libxml2 at a time: it rejects a larger chunk as too long a lookup, and
  /// more than 4 KiB is not faster.
  private static let chunkSize = 64 << 10

  /// Makes a parser that calls `handler` and enforces `limits`.
  ///
  /// - Throws: ``XMLError`` if libxml2 cannot make a parser.
  package init(handler: any XMLHandler, limits: Limits = .standard) throws {
    XMLSession.prepareLibrary()
    session = XMLSession(handler: handler, limits: limits)
    var callbacks = XMLSession.callbacks
    let user = Unmanaged.passUnretained(session).toOpaque()
    guard let context = xmlCreatePushParserCtxt(&callbacks, user, nil, 0, nil) else {
      throw XMLError(.other, at: XMLPosition(line: 1, column: 0))
    }
    self.context = context
    var options =
      XML_PARSE_NOENT.rawValue | XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    if limits[.tokenBytes] > XMLSession.libraryTokenBytes { options |= XML_PARSE_HUGE.rawValue }
    xmlCtxtUseOptions(context, Int32(options))
    session.context = context
  }

  deinit {
    session.context = nil
    if let document = context.pointee.myDoc { xmlFreeDoc(document) }
    xmlFreeParserCtxt(context)
  }

  /// The position after the last byte that the parser has processed.
  package var position: XMLPosition { session.position }

  /// Whether only whole tags and text have been read: no markup is incomplete.
  package var isBetweenTokens: Bool { session.pendingBytes == 0 }

  /// Whether the document is UTF-8, judged by what has been read.
  package var isUTF8: Bool {
    guard let input = context.pointee.input, input.pointee.buf?.pointee.encoder == nil else {
      return false
    }
    let declared = XMLSlice(terminated: context.pointee.encoding)
    return declared.isEmpty || declared == "UTF-8" || declared == "utf-8"
  }

  /// Reads the next bytes of the document.
  ///
  /// - Throws: ``XMLError``, `LimitExceeded`, or what the handler threw.
  package mutating func push(_ bytes: UnsafeRawBufferPointer) throws {
    var offset = 0
    while offset < bytes.count {
      let end = min(offset + Self.chunkSize, bytes.count)
      let piece = UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
      let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
      try session.check(xmlParseChunkSilently(context, start, Int32(piece.count), 0))
      offset = end
    }
  }

  /// Reads the next bytes of the document.
  package mutating func push(_ bytes: [UInt8]) throws {
    try bytes.withUnsafeBytes { try push($0) }
  }

  /// Ends the document.
  ///
  /// - Throws: ``XMLError`` if it is incomplete, `LimitExceeded`, or what the handler threw.
  package mutating func finish() throws {
    session.isFinishing = true
    try session.check(xmlParseChunkSilently(context, nil, 0, 1))
    try session.checkEnd()
  }

  /// Adds `lines` that another reader has read to the line number.
  package mutating func skip(lines: Int) {
    guard let input = context.pointee.input else { return }
    input.pointee.line = input.pointee.line &+ Int32(truncatingIfNeeded: lines)
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

  /// Parses a document in pieces; `next` fills the buffer and returns the number of bytes, 0 at the end.
  package static func parse(
    handler: any XMLHandler, limits: Limits = .standard,
    next: (UnsafeMutableRawBufferPointer) throws -> Int
  ) throws {
    var parser = try XMLPushParser(handler: handler, limits: limits)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: chunkSize, alignment: 16)
    defer { buffer.deallocate() }
    while true {
      let count = try next(buffer)
      guard count > 0 else { break }
      try parser.push(UnsafeRawBufferPointer(rebasing: buffer[..<min(count, buffer.count)]))
    }
    try parser.finish()
  }
}
