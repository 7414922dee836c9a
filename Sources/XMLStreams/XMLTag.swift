/// A start or end tag with its names resolved; lives only as long as the callback that was given it.
package struct XMLTag {
  /// The name without its prefix.
  package let localName: XMLSlice
  /// The namespace's URI; empty for no namespace.
  package let namespace: XMLSlice
  /// The start tag's attributes, namespace declarations left out; an end tag has none.
  package let attributes: XMLAttributes
  /// The namespaces that the start tag declares; an end tag has none.
  package let declarations: XMLNamespaceDeclarations

  /// Whether this is the element `local` of the namespace `namespace`.
  package func isNamed(_ local: StaticString, in namespace: StaticString) -> Bool {
    localName == local && self.namespace == namespace
  }
}
