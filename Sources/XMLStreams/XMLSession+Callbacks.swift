import CLibXML2

extension XMLSession {
  private static let isLibraryReady: Bool = {
    xmlInitParser()
    return true
  }()

  /// Sets libxml2 up once, before the first of many threads can.
  static func prepareLibrary() { _ = isLibraryReady }

  private static func from(_ user: UnsafeMutableRawPointer?) -> XMLSession? {
    user.map { Unmanaged<XMLSession>.fromOpaque($0).takeUnretainedValue() }
  }

  /// The callbacks that lead libxml2 to a session.
  static var callbacks: xmlSAXHandler {
    var sax = xmlSAXHandler()
    sax.initialized = XML_SAX2_MAGIC
    sax.startElementNs = { user, local, _, uri, declared, namespaces, count, _, fields in
      let tag = XMLTag(
        localName: XMLSlice(terminated: local), namespace: XMLSlice(terminated: uri),
        attributes: XMLAttributes(fields: fields, count: Int(count)),
        declarations: XMLNamespaceDeclarations(fields: namespaces, count: Int(declared)))
      XMLSession.from(user)?.startElement(tag, attributeCount: Int(count) + Int(declared))
    }
    sax.endElementNs = { user, local, _, uri in
      let tag = XMLTag(
        localName: XMLSlice(terminated: local), namespace: XMLSlice(terminated: uri),
        attributes: .none, declarations: .none)
      XMLSession.from(user)?.endElement(tag)
    }
    let characters: charactersSAXFunc = { user, start, count in
      let bytes = UnsafeBufferPointer(start: start, count: Int(count))
      XMLSession.from(user)?.characters(XMLSlice(bytes))
    }
    sax.characters = characters
    sax.ignorableWhitespace = characters
    sax.cdataBlock = characters
    sax.serror = { user, error in
      guard let error, error.pointee.level.rawValue >= XML_ERR_ERROR.rawValue else { return }
      XMLSession.from(user)?.note(
        code: error.pointee.code, hasBytes: error.pointee.str1 != nil,
        line: error.pointee.line, column: error.pointee.int2)
    }
    sax.internalSubset = { user, _, _, _ in XMLSession.from(user)?.documentType() }
    return sax
  }
}
