/// An element of a small document that is held in memory, such as a relationships part.
///
/// Comments, processing instructions and the order of text between children are not kept.
package struct XMLElement: Sendable, Hashable {
  /// Its name.
  package var name: XMLName
  /// Its attributes in document order, without namespace declarations.
  package var attributes: [XMLAttribute]
  /// Its child elements in document order.
  package var children: [XMLElement]
  /// The text directly inside it, joined.
  package var text: String
  /// The line its start tag ends on, from 1.
  package var line: Int

  /// Makes an element.
  package init(
    _ name: XMLName, attributes: [XMLAttribute] = [], children: [XMLElement] = [],
    text: String = "", line: Int = 1
  ) {
    self.name = name
    self.attributes = attributes
    self.children = children
    self.text = text
    self.line = line
  }

  /// The value of the attribute `local` without a namespace, or nil.
  package subscript(local: String) -> String? {
    attributes.first { $0.name.local == local && $0.name.namespace.isEmpty }?.value
  }

  /// The value of the attribute `local` of the namespace `namespace`, or nil.
  package subscript(local: String, in namespace: String) -> String? {
    attributes.first { $0.name.local == local && $0.name.namespace == namespace }?.value
  }

  /// The first child named `local` of the namespace `namespace`, or nil.
  package func first(_ local: String, in namespace: String) -> XMLElement? {
    children.first { $0.name.local == local && $0.name.namespace == namespace }
  }

  /// The children named `local` of the namespace `namespace`.
  package func all(_ local: String, in namespace: String) -> [XMLElement] {
    children.filter { $0.name.local == local && $0.name.namespace == namespace }
  }
}
