import XMLStreams

/// The property parts of a workbook, for writing.
enum PropertyParts {
  /// The core properties.
  ///
  /// Source: ECMA-376-2:2016, 11.
  static func core(_ properties: WorkbookProperties) throws -> [UInt8] {
    var xml = XMLWriter()
    xml.declaration()
    xml.start("cp:coreProperties")
    xml.attribute("xmlns:cp", OfficeNamespace.coreProperties)
    xml.attribute("xmlns:dc", "http://purl.org/dc/elements/1.1/")
    xml.attribute("xmlns:dcterms", "http://purl.org/dc/terms/")
    xml.attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
    let texts: [(StaticString, String?)] = [
      ("dc:title", properties.title), ("dc:subject", properties.subject),
      ("dc:creator", properties.creator), ("cp:keywords", properties.keywords),
      ("dc:description", properties.comments),
      ("cp:lastModifiedBy", properties.lastModifiedBy), ("cp:category", properties.category),
    ]
    for case (let name, let text?) in texts { xml.element(name, CellText.encoded(text)) }
    let times: [(StaticString, String?)] = [
      ("dcterms:created", properties.created), ("dcterms:modified", properties.modified),
    ]
    for case (let name, let time?) in times {
      xml.start(name)
      xml.attribute("xsi:type", "dcterms:W3CDTF")
      xml.text(time)
      xml.end()
    }
    xml.end()
    return try xml.finish()
  }

  /// The extended properties.
  ///
  /// Source: ECMA-376-1:2016, 22.2.
  static func extended(_ properties: WorkbookProperties) throws -> [UInt8] {
    var xml = XMLWriter()
    xml.declaration()
    xml.start("Properties")
    xml.attribute("xmlns", OfficeNamespace.extendedProperties)
    if let application = properties.application { xml.element("Application", application) }
    if let company = properties.company { xml.element("Company", company) }
    xml.end()
    return try xml.finish()
  }

  /// The custom properties; IDs begin with 2, as the standard requires.
  ///
  /// Source: ECMA-376-1:2016, 22.3.2.2.
  static func custom(_ properties: [CustomProperty]) throws -> [UInt8] {
    var xml = XMLWriter()
    xml.declaration()
    xml.start("Properties")
    xml.attribute("xmlns", OfficeNamespace.customProperties)
    xml.attribute("xmlns:vt", OfficeNamespace.variantTypes)
    for (place, property) in properties.enumerated() {
      xml.start("property")
      xml.attribute("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}")
      xml.attribute("pid", place + 2)
      xml.attribute("name", property.name)
      switch property.value {
      case .text(let text): xml.element("vt:lpwstr", CellText.encoded(text))
      case .whole(let value): xml.element("vt:i4", String(value))
      case .number(let value):
        xml.start("vt:r8")
        xml.closeTag()
        xml.append(value)
        xml.end()
      case .boolean(let value): xml.element("vt:bool", value ? "true" : "false")
      }
      xml.end()
    }
    xml.end()
    return try xml.finish()
  }
}

extension WorkbookProperties {
  /// Throws for properties that programs reject.
  func check() throws {
    var names: Set<String> = []
    for property in custom {
      guard (1...255).contains(property.name.utf16.count),
        names.insert(property.name.lowercased()).inserted
      else { throw WorkbookWriterError(.customProperty(property.name)) }
      if case .number(let value) = property.value, !value.isFinite {
        throw WorkbookWriterError(.number(value.description))
      }
    }
  }
}
