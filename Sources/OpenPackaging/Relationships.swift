package import XMLStreams

/// The relationships of one part, or of the package, in the order of their part.
///
/// Dangling and external ones are kept; of several with one id the first holds.
package struct Relationships: Sendable {
  /// All of them.
  package let all: [Relationship]
  private let places: [String: Int]

  static let namespace = "http://schemas.openxmlformats.org/package/2006/relationships"

  /// No relationships, as a part without a relationships part has.
  package static let none = Relationships([])

  init(_ all: [Relationship]) {
    self.all = all
    places = Dictionary(all.indices.map { (all[$0].id, $0) }) { first, _ in first }
  }

  /// Takes the relationships out of the root element of their part; elements of others are ignored.
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

  /// The relationship of that id.
  package subscript(id: String) -> Relationship? { places[id].map { all[$0] } }

  /// The first relationship of a ``Relationship/kind``.
  package func first(_ kind: String) -> Relationship? { all.first { $0.kind == kind } }

  /// All relationships of a ``Relationship/kind``.
  package func all(_ kind: String) -> [Relationship] { all.filter { $0.kind == kind } }
}
