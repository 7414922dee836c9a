import CLibXML2
package import Diagnostics

/// Parses HTML as browsers do, whatever its errors: libxml2's HTML parser.
///
/// It never opens a file or a connection, and runs no scripts.
package enum HTMLParser {
  private static let chunkSize = 64 << 10

  /// Parses a page that is already in UTF-8, whatever encoding it declares.
  ///
  /// - Throws: `LimitExceeded` for a page nested too deeply, or what the handler threw.
  /// - Complexity: O(n) in the page's length, at worst times the depth of nesting.
  package static func parse(
    _ bytes: [UInt8], handler: any HTMLHandler, limits: Limits = .standard
  ) throws {
    XMLSession.prepareLibrary()
    let session = HTMLSession(handler: handler, limits: limits)
    var callbacks = HTMLSession.callbacks
    let user = Unmanaged.passUnretained(session).toOpaque()
    guard
      let context = htmlCreatePushParserCtxt(
        &callbacks, user, nil, 0, nil, XML_CHAR_ENCODING_UTF8)
    else { throw XMLError(.other, at: XMLPosition(line: 1, column: 0)) }
    defer {
      session.context = nil
      if let document = context.pointee.myDoc { xmlFreeDoc(document) }
      htmlFreeParserCtxt(context)
    }
    session.context = context
    let options =
      HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NONET.rawValue | HTML_PARSE_NOERROR.rawValue
      | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_IGNORE_ENC.rawValue
    htmlCtxtUseOptions(context, Int32(options))
    try feed(bytes, to: context, session: session)
  }

  private static func feed(
    _ bytes: [UInt8], to context: htmlParserCtxtPtr, session: HTMLSession
  ) throws {
    try bytes.withUnsafeBytes { bytes in
      var offset = 0
      while offset < bytes.count {
        let end = min(offset + chunkSize, bytes.count)
        let piece = UnsafeRawBufferPointer(rebasing: bytes[offset..<end])
        let start = piece.baseAddress?.assumingMemoryBound(to: CChar.self)
        htmlParseChunk(context, start, Int32(piece.count), 0)
        try session.check()
        offset = end
      }
      htmlParseChunk(context, nil, 0, 1)
      try session.check()
    }
  }
}
