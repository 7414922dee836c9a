package import XMLStreams

/// The relationships of one part, or of the package, in the order of their part.
///
/// Dangling and external ones are kept; the first of several with the same ID applies.
package struct Relationships: Sendable {
  /// All relationships.
  package let all: [Relationship]
  private let places: [String: Int]

  static let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// No relationships, for a part without a relationships part.
  package static let none = Relationships([])

  init(_ all: [Relationship]) {
    self.all = all
    places = Dictionary(all.indices.map { (all[$0].id, $0) }) { first, _ in first }
  }

  /// Reads the relationships from the root element of their part; other elements are ignored.
  package init(_ root: XMLElement, source: PartName?) {
    self.init(
      root.all("Relationship", in: Self.namespace).map { element in
        let target = element["Target"] ?? ""
        let isExternal = element["TargetMode"] == "External"
        return Relationship(
          id: element["Id"] ?? "", type: element["Type"] ?? "", target: target,
          isExternal: isExternal,
          part: isExternal ? nil : PartName(target, relativeTo: source))
      })
  }

  /// The relationship with that ID.
  package subscript(id: String) -> Relationship? { places[id].map { all[$0] } }

  /// The first relationship of a ``Relationship/kind``.
  package func first(_ kind: String) -> Relationship? { all.first { $0.kind == kind } }

  /// All relationships of a ``Relationship/kind``.
  package func all(_ kind: String) -> [Relationship] { all.filter { $0.kind == kind } }
}
