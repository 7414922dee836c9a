import XMLStreams

/// The prefixes that are bound to a namespace where the cells of a sheet stand.
struct BoundPrefixes {
  private var prefixes: [[UInt8]] = []

  /// Adds what a start tag declares.
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
