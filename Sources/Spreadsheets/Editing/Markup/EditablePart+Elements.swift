extension EditablePart {
  /// A child of the root element.
  struct Child {
    var name: String
    var tag: MarkupTag
    /// From the start of the start tag to the end of the end tag.
    var range: Range<Int>
    /// The range between the tags; empty for `<name/>`.
    var content: Range<Int>
  }

  /// The children of the root element in document order.
  var children: [Child] { children(in: root.range.upperBound..<bytes.count) }

  /// The top-level elements in `range`, in document order, up to its end or an end tag.
  func children(in range: Range<Int>) -> [Child] {
    var children: [Child] = []
    var scanner = MarkupScanner(bytes, in: range)
    while let tag = scanner.next(), tag.kind != .end {
      let end = scanner.skip(tag)
      children.append(
        Child(
          name: localName(of: tag), tag: tag,
          range: tag.range.lowerBound..<end.range.upperBound,
          content: tag.range.upperBound..<max(tag.range.upperBound, end.range.lowerBound)))
    }
    return children
  }

  /// Appends markup to the content of the root element.
  mutating func append(_ markup: [UInt8]) {
    guard root.kind == .start else {
      let slash = root.range.upperBound - 2
      let name = String(decoding: bytes[root.name], as: UTF8.self)
      splices.replace(slash..<slash + 2, with: [0x3E] + markup + Array("</\(name)>".utf8))
      return
    }
    var scanner = content
    splices.insert(markup, at: scanner.skip(root).range.lowerBound)
  }

  /// Appends markup to the content of a child.
  mutating func append(_ markup: [UInt8], to child: Child) {
    guard child.tag.kind == .start else {
      let slash = child.tag.range.upperBound - 2
      let name = String(decoding: bytes[child.tag.name], as: UTF8.self)
      splices.replace(slash..<slash + 2, with: [0x3E] + markup + Array("</\(name)>".utf8))
      return
    }
    splices.insert(markup, at: child.content.upperBound)
  }

  /// The offset at which a child with that name belongs by the schema's order.
  func place(of name: String, order: [String]) -> Int {
    let rank = order.firstIndex(of: name) ?? order.count
    let before = children.last { child in
      order.firstIndex(of: child.name).map { $0 < rank } ?? false
    }
    return before?.range.upperBound ?? root.range.upperBound
  }

  /// The value of the attribute `name` of `tag`, with its references resolved.
  func value(_ name: StaticString, of tag: MarkupTag) -> String? {
    MarkupScanner(bytes).value(name, of: tag)
  }
}
