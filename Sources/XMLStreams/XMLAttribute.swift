/// An attribute of an ``XMLElement``.
package struct XMLAttribute: Sendable, Hashable {
  /// Its name.
  package var name: XMLName
  /// Its value, references resolved.
  package var value: String

  /// Makes an attribute.
  package init(_ name: XMLName, _ value: String) {
    self.name = name
    self.value = value
  }
}
