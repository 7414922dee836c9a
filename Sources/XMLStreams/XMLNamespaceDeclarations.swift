/// The namespaces that a start tag declares; valid only during its callback.
package struct XMLNamespaceDeclarations {
  /// libxml2's array: prefix and URI for each declaration.
  private let fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  /// The number of declarations.
  package let count: Int

  /// No declarations.
  static var none: XMLNamespaceDeclarations { XMLNamespaceDeclarations(fields: nil, count: 0) }

  /// Wraps the arguments of `startElementNs`.
  init(fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?, count: Int) {
    self.fields = fields
    self.count = fields == nil ? 0 : count
  }

  /// The prefix of the declaration at `index`, which is below ``count``; empty for the default.
  package func prefix(at index: Int) -> XMLSlice {
    XMLSlice(terminated: fields?[2 * index])
  }
}
