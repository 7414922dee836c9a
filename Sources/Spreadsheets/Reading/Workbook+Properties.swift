import OpenPackaging

extension Workbook {
  /// The properties of the workbook; those of missing parts are empty.
  ///
  /// - Throws: ``WorkbookError`` if a property part is damaged.
  public func properties() throws -> DocumentProperties {
    do {
      let stored = try container.properties
      var properties = DocumentProperties()
      properties.title = stored.core["title"].flatMap { $0.isEmpty ? nil : $0 }
      properties.creator = stored.core["creator"].flatMap { $0.isEmpty ? nil : $0 }
      properties.application = stored.application["Application"]
      for property in stored.custom where properties.custom[property.name] == nil {
        properties.custom[property.name] = property.value
      }
      return properties
    } catch {
      throw WorkbookError.wrapping(error)
    }
  }
}
