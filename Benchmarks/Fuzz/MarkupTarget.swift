import XMLStreams

/// An XML document, fed in pieces: the scanner of documents and libxml2 must tell the same of it.
///
/// Of a damaged document libxml2 may tell something else where it is given other pieces: one of the two.
enum MarkupTarget: FuzzTarget {
  static let name = "markup"

  /// The first byte tells how long the pieces are.
  static func run(_ bytes: [UInt8]) throws {
    guard let first = bytes.first else { return }
    let document = Array(bytes.dropFirst())
    let whole = max(1, document.count)
    let size = first == 0 ? whole : Int(first)
    let told = MarkupLog.told(of: document, inPiecesOf: size, usesScanner: true)
    let expected = MarkupLog.told(of: document, inPiecesOf: size, usesScanner: false)
    if told == expected { return }
    let other = MarkupLog.told(of: document, inPiecesOf: whole, usesScanner: false)
    promise(told == other, "the roads differ:\n\(told)\n\(expected)\n\(other)")
  }
}

/// What a parser tells of a document, text put together, and whether a fault ends it.
private final class MarkupLog: XMLHandler {
  private var events: [String] = []
  private var text = ""

  static func told(of document: [UInt8], inPiecesOf size: Int, usesScanner: Bool) -> [String] {
    let log = MarkupLog()
    do {
      var parser = try XMLPushParser(handler: log, usesScanner: usesScanner)
      for start in stride(from: 0, to: document.count, by: size) {
        try parser.push(Array(document[start..<min(start + size, document.count)]))
      }
      try parser.finish()
    } catch {
      log.events.append("damaged")  // how, depends on where a piece ends
    }
    return log.events
  }

  func startElement(_ tag: XMLTag, at position: XMLPosition) {
    let attributes = (0..<tag.attributes.count).map { index in
      let attribute = tag.attributes[index]
      return " {\(attribute.namespace.string)}\(attribute.localName.string)=\(attribute.value.string)"
    }
    let prefixes = (0..<tag.declarations.count).map { tag.declarations.prefix(at: $0).string }
    let name = "{\(tag.namespace.string)}\(tag.localName.string)"
    add("<\(name)\(attributes.joined())> \(prefixes) \(position.line)")
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) {
    add("</{\(tag.namespace.string)}\(tag.localName.string)> \(position.line)")
  }

  func characters(_ text: XMLSlice) { self.text += text.string }

  private func add(_ event: String) {
    events += [text, event]
    text = ""
  }
}
