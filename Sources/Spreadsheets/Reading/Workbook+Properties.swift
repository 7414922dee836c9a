import OpenPackaging

extension Workbook {
  /// What the workbook says about itself; parts that are missing say nothing.
  ///
  /// - Throws: ``WorkbookError`` where a property part is damaged.
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
