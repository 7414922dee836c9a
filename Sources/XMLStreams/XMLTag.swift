/// A start or end tag with its names resolved; valid only during the callback that receives it.
package struct XMLTag {
  /// The name without its prefix, null-terminated.
  @usableFromInline let local: UnsafePointer<UInt8>?
  /// The namespace's URI, null-terminated.
  @usableFromInline let uri: UnsafePointer<UInt8>?
  /// The start tag's attributes without namespace declarations; an end tag has none.
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
  /// - Complexity: O(*n*) in its length, which is not stored.
  package var localName: XMLSlice { XMLSlice(terminated: local) }

  /// The namespace's URI; empty for no namespace.
  ///
  /// - Complexity: O(*n*) in its length, which is not stored.
  package var namespace: XMLSlice { XMLSlice(terminated: uri) }

  /// The address of the namespace's URI: in one parse, tags with equal keys have the same namespace; the
  /// converse need not hold.
  @inlinable package var namespaceKey: UInt { UInt(bitPattern: uri) }

  /// Whether the name without its prefix is `name`; compares each byte at most once.
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
