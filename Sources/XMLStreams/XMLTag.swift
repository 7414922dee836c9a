/// A start or end tag with its names resolved; lives only as long as the callback that was given it.
package struct XMLTag {
  /// The name without its prefix, up to a byte 0.
  @usableFromInline let local: UnsafePointer<UInt8>?
  /// The namespace's URI, up to a byte 0.
  @usableFromInline let uri: UnsafePointer<UInt8>?
  /// The start tag's attributes, namespace declarations left out; an end tag has none.
  package let attributes: XMLAttributes
  /// The namespaces that the start tag declares; an end tag has none.
  package let declarations: XMLNamespaceDeclarations

  init(
    local: UnsafePointer<UInt8>?, uri: UnsafePointer<UInt8>?, attributes: XMLAttributes,
    declarations: XMLNamespaceDeclarations
  ) {
    self.local = local
    self.uri = uri
    self.attributes = attributes
    self.declarations = declarations
  }

  /// The name without its prefix.
  ///
  /// - Complexity: O(*n*) in its length, which is not kept.
  package var localName: XMLSlice { XMLSlice(terminated: local) }

  /// The namespace's URI; empty for no namespace.
  ///
  /// - Complexity: O(*n*) in its length, which is not kept.
  package var namespace: XMLSlice { XMLSlice(terminated: uri) }

  /// Where the namespace's URI is kept while the document is read: tags with the same key have the same
  /// namespace, as each text is kept once; others may have.
  @inlinable package var namespaceKey: UInt { UInt(bitPattern: uri) }

  /// Whether the name without its prefix is `name`; compares no byte twice.
  @inlinable package func isNamed(_ name: StaticString) -> Bool {
    guard let local else { return false }
    let count = name.utf8CodeUnitCount
    for offset in 0..<count where local[offset] != name.utf8Start[offset] {
      return false  // a shorter name differs at its final zero byte
    }
    return local[count] == 0
  }

  /// Whether the name without its prefix is that one letter.
  @inlinable package func isNamed(letter: UInt8) -> Bool {
    guard let local else { return false }
    return local[0] == letter && local[1] == 0
  }

  /// Whether this is the element `local` of the namespace `namespace`.
  package func isNamed(_ local: StaticString, in namespace: StaticString) -> Bool {
    isNamed(local) && self.namespace == namespace
  }
}
