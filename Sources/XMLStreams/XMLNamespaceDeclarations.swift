/// The namespaces that a start tag declares; lives only as long as its callback.
package struct XMLNamespaceDeclarations {
  /// libxml2's array: prefix and URI for each declaration.
  private let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  /// How many there are.
  package let count: Int

  /// No declarations.
  static var none: XMLNamespaceDeclarations { XMLNamespaceDeclarations(fields: nil, count: 0) }

  /// Wraps what `startElementNs` is given.
  init(fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    self.fields = fields
    self.count = fields == nil ? 0 : count
  }

  /// The prefix of the declaration at `index`, which is below ``count``; empty for the default.
  package func prefix(at index: Int) -> XMLSlice {
    XMLSlice(terminated: fields?[2 * index])
  }
}
