import CLibXML2

extension XMLSession {
  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Initializes libxml2 once, before several threads use it.
  static func prepareLibrary() { _ = isLibraryReady }

  /// Passes the session in libxml2's user pointer to `body`, without reference counting.
  @inline(__always)
  private static func with(
    _ user: UnsafeMutableRawPointer?, _ body: (XMLSession) -> Void
  ) {
    guard let user else { return }
    Unmanaged<XMLSession>.fromOpaque(user)._withUnsafeGuaranteedRef(body)
  }

  /// The callbacks through which libxml2 calls a session.
  static var callbacks: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = XML_SAX2_MAGIC
    sax.startElementNs = { user, local, _, uri, declared, namespaces, count, _, fields in
      let tag = XMLTag(
        local: local, uri: uri, attributes: XMLAttributes(fields: fields, count: Int(count)),
        declarations: XMLNamespaceDeclarations(fields: namespaces, count: Int(declared)))
      XMLSession.with(user) {
        $0.startElement(tag, attributeCount: Int(count) + Int(declared))
      }
    }
    sax.endElementNs = { user, local, _, uri in
      let tag = XMLTag(local: local, uri: uri, attributes: .none, declarations: .none)
      XMLSession.with(user) { $0.endElement(tag) }
    }
    let characters: charactersSAXFunc = { user, start, count in
      let bytes = UnsafeBufferPointer(start: start, count: Int(count))
      XMLSession.with(user) { $0.characters(XMLSlice(bytes)) }
    }
    sax.characters = characters
    sax.ignorableWhitespace = characters
    sax.cdataBlock = characters
    sax.serror = { user, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      XMLSession.with(user) {
        $0.note(
          code: error.pointee.code, hasBytes: error.pointee.str1 != nil,
          line: error.pointee.line, column: error.pointee.int2)
      }
    }
    sax.internalSubset = { user, _, _, _ in XMLSession.with(user) { $0.documentType() } }
    return sax
  }
}
