import XMLStreams

/// An XML document, fed in pieces: what is reported of it does not depend on where they end.
///
/// A damaged document is damaged in any pieces, but what is reported of it before that may differ.
enum MarkupTarget: FuzzTarget {
  static let name = "markup"

  /// The first byte tells how long the pieces are.
  static func run(_ bytes: [UInt8]) throws {
    guard let first = bytes.first, first > 0 else { return }
    let document = Array(bytes.dropFirst())
    let whole = MarkupLog.events(of: document, inPiecesOf: max(1, document.count))
    let pieces = MarkupLog.events(of: document, inPiecesOf: Int(first))
    promise(
      pieces == whole,
      "the pieces make a difference:\n\(String(describing: pieces))\n\(String(describing: whole))")
  }
}

/// What a parser tells of a document, text put together.
private final class MarkupLog: XMLHandler {
  private var events: [String] = []
  private var text = ""

  /// The events; nil for a damaged document.
  static func events(of document: [UInt8], inPiecesOf size: Int) -> [String]? {
    let log = MarkupLog()
    do {
      var parser = try XMLPushParser(handler: log)
      for start in stride(from: 0, to: document.count, by: size) {
        try parser.push(Array(document[start..<min(start + size, document.count)]))
      }
      try parser.finish()
    } catch {
      return nil
    }
    return log.events
  }

  func startElement(_ tag: XMLTag, at position: XMLPosition) {
    let attributes = (0..<tag.attributes.count).map { index in
      let attribute = tag.attributes[index]
      return
        " {\(attribute.namespace.string)}\(attribute.localName.string)=\(attribute.value.string)"
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
