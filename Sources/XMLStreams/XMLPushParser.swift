import CLibXML2
package import Diagnostics

/// A parser that is fed a document in pieces and tells a handler what is in it: libxml2's SAX2 parser.
///
/// It resolves namespaces, the five entities and character references, reads UTF-8, UTF-16 and what
/// else libxml2 knows by declaration, and never opens a file or a connection. A document type
/// declaration is an error, as OPC asks (ISO/IEC 29500-2, 9.1.4), and so no entity of the document's
/// own ever exists.
package struct XMLPushParser: ~Copyable {
  private let context: xmlParserCtxtPtr
  private let session: XMLSession

  /// How many bytes are given to libxml2 at a time: a larger chunk counts as a lookup that is too
  /// long, and none from 4 KiB on is faster.
  private static let chunkSize = 64 << 10

  /// Makes a parser that tells `handler` and keeps `limits`.
  ///
  /// - Throws: ``XMLError`` where libxml2 makes no parser.
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

  /// Where the parser stands: behind the last byte that it has understood.
  package var position: XMLPosition { session.position }

  /// Whether nothing but whole tags and text has been read: no markup waits for its end.
  package var isBetweenTokens: Bool { session.pendingBytes == 0 }

  /// Whether the document's bytes are UTF-8, as far as its beginning has been read.
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

  /// Says that the document is complete.
  ///
  /// - Throws: ``XMLError`` when it is not, `LimitExceeded`, or what the handler threw.
  package mutating func finish() throws {
    session.isFinishing = true
    try session.check(xmlParseChunkSilently(context, nil, 0, 1))
    try session.checkEnd()
  }

  /// Counts `lines` that somebody else has read in the parser's place.
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

  /// Parses a document as it comes; `next` fills the buffer and says by how much, 0 at the end.
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
