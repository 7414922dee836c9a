import XMLStreams

/// Writes down what a parser tells, a line an event, text put together.
final class EventLog: XMLHandler {
  private(set) var lines: [String] = []
  private var text = ""

  /// Throws this at the first element of that name.
  var refused: (name: String, error: any Error)?

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    flush()
    if let refused, refused.name == tag.localName.string { throw refused.error }
    var line = "<\(name(tag.namespace, tag.localName))"
    for index in 0..<tag.attributes.count {
      let (local, namespace, value) = tag.attributes[index]
      line += " \(name(namespace, local))=\(value.string)"
    }
    lines.append("\(line)> \(position.line)")
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) {
    flush()
    lines.append("</\(name(tag.namespace, tag.localName))>")
  }

  func characters(_ text: XMLSlice) { self.text += text.string }

  private func flush() {
    if !text.isEmpty { lines.append(text) }
    text = ""
  }

  private func name(_ namespace: XMLSlice, _ local: XMLSlice) -> String {
    namespace.isEmpty ? local.string : "{\(namespace.string)}\(local.string)"
  }
}

/// The events of `bytes`, fed in pieces of `size` bytes.
func events(of bytes: [UInt8], inPiecesOf size: Int = .max) throws -> [String] {
  let log = EventLog()
  var parser = try XMLPushParser(handler: log)
  var start = 0
  while start < bytes.count {
    let end = size == .max ? bytes.count : min(start + size, bytes.count)
    try parser.push(Array(bytes[start..<end]))
    start = end
  }
  try parser.finish()
  return log.lines
}

/// The events of `text`.
func events(of text: String, inPiecesOf size: Int = .max) throws -> [String] {
  try events(of: Array(text.utf8), inPiecesOf: size)
}
