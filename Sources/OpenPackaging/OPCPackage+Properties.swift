import XMLStreams

extension OPCPackage {
  /// The core, extended and custom properties; those of missing parts are empty.
  ///
  /// - Throws: ``OPCError``, or `ZipError`, if one of the parts is damaged.
  package var properties: PackageProperties {
    get throws {
      let links = try relationships()
      var properties = PackageProperties()
      for element in try root(links, ["core-properties"])?.children ?? []
      where properties.core[element.name.local] == nil {
        properties.core[element.name.local] = element.text
      }
      for element in try root(links, ["extended-properties", "extendedProperties"])?.children ?? []
      where element.children.isEmpty && properties.application[element.name.local] == nil {
        properties.application[element.name.local] = element.text
      }
      for element in try root(links, ["custom-properties", "customProperties"])?.children ?? [] {
        guard let name = element["name"], let value = element.children.first else { continue }
        properties.custom.append(
          CustomProperty(name: name, value: value.text, type: value.name.local))
      }
      return properties
    }
  }

  /// The root of the first property part with a relationship of one of the kinds.
  private func root(_ links: Relationships, _ kinds: [Substring]) throws -> XMLElement? {
    let link = links.all.lazy.filter { kinds.contains($0.kind) }
    return try link.compactMap { self.part($0) }.first.map { try element($0) }
  }
}
