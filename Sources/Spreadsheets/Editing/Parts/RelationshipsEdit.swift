/// A relationships part, existing or new, for adding relationships.
struct RelationshipsEdit {
  private var part: EditablePart?
  private var identifiers: Set<String> = []
  private var added: [UInt8] = []

  /// Makes a new part.
  init() {}

  init(_ part: EditablePart) {
    self.part = part
    identifiers = Set(part.children.compactMap { part.value("Id", of: $0.tag) })
  }

  /// Adds a relationship and returns its ID, which is unique.
  mutating func add(type: String, target: String, isExternal: Bool) -> String {
    var number = identifiers.count + 1
    while identifiers.contains("rId\(number)") { number += 1 }
    let identifier = "rId\(number)"
    identifiers.insert(identifier)
    added += Array((part?.open("Relationship") ?? "<Relationship").utf8)
    added += Array(" Id=\"\(identifier)\" Type=\"\(type)\" Target=\"".utf8)
    added += MarkupText.escapedForAttribute(target)
    added += Array((isExternal ? "\" TargetMode=\"External\"/>" : "\"/>").utf8)
    return identifier
  }

  /// Removes a relationship.
  mutating func remove(_ identifier: String) {
    guard let part else { return }
    for child in part.children where part.value("Id", of: child.tag) == identifier {
      self.part?.splices.replace(child.range, with: [])
    }
  }

  /// The part with all changes.
  func bytes() -> [UInt8] {
    guard var part else {
      let start =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<Relationships xmlns=\""
        + OfficeNamespace.packageRelationships + "\">"
      return Array(start.utf8) + added + Array("</Relationships>".utf8)
    }
    if !added.isEmpty { part.append(added) }
    return part.edited
  }
}
