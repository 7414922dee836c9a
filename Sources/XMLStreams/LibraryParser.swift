import CLibXML2
import Diagnostics

/// libxml2's SAX2 parser, fed in pieces.
final class LibraryParser {
  private let context: xmlParserCtxtPtr
  private let session: XMLSession

  /// How many bytes are given to libxml2 at a time: a larger chunk counts as a lookup that is too
  /// long, and none from 4 KiB on is faster.
  static let chunkSize = 64 << 10

  /// Makes a parser that tells `handler` and keeps `limits`.
  ///
  /// - Parameters:
  ///   - handler: What is told of the document.
  ///   - limits: The limits that hold.
  ///   - told: What the handler has been told of already.
  /// - Throws: ``XMLError`` where libxml2 makes no parser.
  init(_ handler: any XMLHandler, _ limits: Limits, told: ToldEvents = ToldEvents()) throws {
    XMLSession.prepareLibrary()
    session = XMLSession(handler: handler, limits: limits, told: told)
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
  var position: XMLPosition { session.position }

  /// Whether no markup waits for its end.
  var isBetweenTokens: Bool { session.pendingBytes == 0 }

  /// Reads the next bytes of the document.
  func push(_ bytes: UnsafeRawBufferPointer) throws {
    var offset = 0
    while offset < bytes.count {
      let end = min(offset + Self.chunkSize, bytes.count)
      let piece = UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
      let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
      let code = xmlParseChunkSilently(context, start, Int32(piece.count), 0)
      try session.check(code)
      offset = end
    }
  }

  /// Says that the document is complete.
  func finish() throws {
    session.isFinishing = true
    let code = xmlParseChunkSilently(context, nil, 0, 1)
    try session.check(code)
    try session.checkEnd()
  }

  /// Whether the document's bytes are UTF-8, as far as its beginning has been read.
  var isUTF8: Bool {
    guard let input = context.pointee.input, input.pointee.buf?.pointee.encoder == nil else {
      return false
    }
    let declared = XMLSlice(terminated: context.pointee.encoding)
    return declared.isEmpty || declared == "UTF-8" || declared == "utf-8"
  }

  /// Counts `lines` that somebody else has read in the parser's place.
  func skip(lines: Int) {
    guard let input = context.pointee.input else { return }
    input.pointee.line = input.pointee.line &+ Int32(truncatingIfNeeded: lines)
  }
}
