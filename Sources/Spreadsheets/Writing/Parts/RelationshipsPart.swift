import XMLStreams

/// A relationships part, for writing; IDs are `rId1`, `rId2` … in the order of adding.
///
/// Source: ECMA-376-2:2016, 9.3.
struct RelationshipsPart: ~Copyable {
  private var xml = XMLWriter()
  private var count = 0

  init() {
    xml.declaration()
    xml.start("Relationships")
    xml.attribute("xmlns", OfficeNamespace.packageRelationships)
  }

  /// Adds a relationship of one of the office types, such as `worksheet`.
  mutating func add(_ type: String, _ target: String, isExternal: Bool = false) {
    add(type: OfficeNamespace.relationships + "/" + type, target, isExternal: isExternal)
  }

  /// Adds a relationship of any type.
  mutating func add(type: String, _ target: String, isExternal: Bool = false) {
    count += 1
    xml.start("Relationship")
    xml.attribute("Id", "rId\(count)")
    xml.attribute("Type", type)
    xml.attribute("Target", target)
    if isExternal { xml.attribute("TargetMode", "External") }
    xml.end()
  }

  consuming func finish() throws -> [UInt8] {
    xml.end()
    return try xml.finish()
  }
}
