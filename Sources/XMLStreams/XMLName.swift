/// The name of an element or attribute with its namespace.
package struct XMLName: Sendable, Hashable {
  /// The namespace's URI; empty for no namespace.
  package var namespace: String
  /// The name without its prefix.
  package var local: String

  /// Makes a name.
  package init(_ local: String, in namespace: String = "") {
    self.local = local
    self.namespace = namespace
  }
}
