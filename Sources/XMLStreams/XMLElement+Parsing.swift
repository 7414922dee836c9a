package import Diagnostics

extension XMLElement {
  /// Parses a document of at most `small-part-bytes` and `tree-elements` into its root element.
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

/// Builds a tree of elements from the parser's callbacks.
///
/// Exclusive access is not checked: the parser makes one call after the other.
private final class XMLTreeBuilder: XMLHandler {
  private let limits: Limits
  @exclusivity(unchecked) private var open: [XMLElement] = []
  /// The text of each open element, one after the other, and where each begins.
  @exclusivity(unchecked) private var text: [UInt8] = []
  @exclusivity(unchecked) private var textStarts: [Int] = []
  /// By their address in the parser.
  @exclusivity(unchecked) private var namespaces: [(address: UnsafePointer<UInt8>, name: String)] =
    []
  @exclusivity(unchecked) private var count = 0
  private(set) var root: XMLElement?

  init(limits: Limits) { self.limits = limits }

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    count += 1 + tag.attributes.count
    try limits.check(.treeElements, count)
    var element = XMLElement(
      XMLName(tag.localName.string, in: interned(tag.namespace)), line: position.line)
    element.attributes.reserveCapacity(tag.attributes.count)
    for index in 0..<tag.attributes.count {
      let attribute = tag.attributes[index]
      let name = XMLName(attribute.localName.string, in: interned(attribute.namespace))
      element.attributes.append(XMLAttribute(name, attribute.value.string))
    }
    open.append(element)
    textStarts.append(text.count)
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) throws {
    guard var element = open.popLast(), let start = textStarts.popLast() else { return }
    if start < text.count {
      element.text = String(decoding: text[start...], as: UTF8.self)
      text.removeSubrange(start...)
    }
    if open.isEmpty {
      root = element
    } else {
      open[open.count - 1].children.append(element)
    }
  }

  func characters(_ slice: XMLSlice) {
    if !open.isEmpty { text.append(contentsOf: slice.bytes) }
  }

  /// One string for each namespace: a document has few of them and uses them often.
  private func interned(_ slice: XMLSlice) -> String {
    guard let address = slice.bytes.baseAddress else { return "" }
    if let known = namespaces.last(where: { $0.address == address }) { return known.name }
    let name = slice.string
    if namespaces.count < 64 { namespaces.append((address, name)) }
    return name
  }
}
