package import Limits

extension XMLElement {
  /// Reads a document of at most `small-part-bytes` and `tree-elements` into its root element.
  ///
  /// - Throws: ``XMLError`` or `LimitExceeded`.
  package init(parsing bytes: [UInt8], limits: Limits = .standard) throws {
    try limits.check(.smallPartBytes, bytes.count)
    let builder = XMLTreeBuilder(limits: limits)
    try XMLPushParser.parse(bytes, handler: builder, limits: limits)
    guard let root = builder.root else {
      throw XMLError(.empty, at: XMLPosition(line: 1, column: 1))
    }
    self = root
  }
}

/// Puts elements together as the parser tells of them.
private final class XMLTreeBuilder: XMLHandler {
  private let limits: Limits
  private var open: [XMLElement] = []
  private var texts: [[UInt8]] = []
  /// By where the parser keeps them.
  private var namespaces: [(address: UnsafePointer<UInt8>, name: String)] = []
  private var count = 0
  private(set) var root: XMLElement?

  init(limits: Limits) { self.limits = limits }

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    count += 1 + tag.attributes.count
    try limits.check(.treeElements, count)
    var element = XMLElement(
      XMLName(tag.localName.string, in: interned(tag.namespace)), line: position.line)
    for index in 0..<tag.attributes.count {
      let attribute = tag.attributes[index]
      let name = XMLName(attribute.localName.string, in: interned(attribute.namespace))
      element.attributes.append(XMLAttribute(name, attribute.value.string))
    }
    open.append(element)
    texts.append([])
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) throws {
    guard var element = open.popLast(), let text = texts.popLast() else { return }
    element.text = String(decoding: text, as: UTF8.self)
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  func characters(_ text: XMLSlice) {
    guard !texts.isEmpty else { return }
    texts[texts.count - 1].append(contentsOf: text.bytes)
  }

  /// One string for each namespace: a document has few of them and names them often.
  private func interned(_ slice: XMLSlice) -> String {
    guard let address = slice.bytes.baseAddress else { return "" }
    if let known = namespaces.last(where: { $0.address == address }) { return known.name }
    let name = slice.string
    if namespaces.count < 64 { namespaces.append((address, name)) }
    return name
  }
}
