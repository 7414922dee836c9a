import XMLStreams

/// The namespace prefixes that are declared in the scope of the cells.
struct BoundPrefixes {
  private var prefixes: [[UInt8]] = []

  /// Adds the declarations of a start tag.
  mutating func add(_ declarations: XMLNamespaceDeclarations) {
    for index in 0..<declarations.count {
      let prefix = declarations.prefix(at: index)
      if !prefix.isEmpty { prefixes.append(Array(prefix.bytes)) }
    }
  }

  /// Whether `prefix` is one of them.
  func contain(_ prefix: UnsafeBufferPointer<UInt8>) -> Bool {
    prefixes.contains { $0.elementsEqual(prefix) }
  }

  /// Whether an attribute of that name declares the default namespace.
  static func isDeclaration(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    name.count == 5 && name.elementsEqual("xmlns".utf8)
  }
}
