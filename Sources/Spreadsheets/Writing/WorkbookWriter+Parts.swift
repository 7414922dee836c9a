import XMLStreams
import ZipFiles

extension WorkbookWriter {
  /// Adds the parts that are known before the first sheet.
  func addPackageParts() throws {
    let properties = state.options.properties
    var relationships = RelationshipsPart()
    relationships.add("officeDocument", "xl/workbook.xml")
    relationships.add(
      type: "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
      "docProps/core.xml")
    relationships.add("extended-properties", "docProps/app.xml")
    if !properties.custom.isEmpty { relationships.add("custom-properties", "docProps/custom.xml") }
    try add("_rels/.rels", relationships.finish())
    try add("docProps/core.xml", PropertyParts.core(properties))
    try add("docProps/app.xml", PropertyParts.extended(properties))
    if !properties.custom.isEmpty {
      try add("docProps/custom.xml", PropertyParts.custom(properties.custom))
    }
  }

  /// Adds the parts that are known after the last sheet.
  func addWorkbookParts(names: [DefinedNameEntry.Placed]) throws {
    let hasStrings = state.stringCount > 0
    let workbook = WorkbookPart(
      sheets: state.sheets, names: names, recalculates: state.options.recalculatesOnLoad)
    var relationships = RelationshipsPart()
    for place in state.sheets.indices {
      relationships.add("worksheet", "worksheets/sheet\(place + 1).xml")
    }
    relationships.add("styles", "styles.xml")
    if hasStrings { relationships.add("sharedStrings", "sharedStrings.xml") }
    try add("xl/styles.xml", StylesPart(styles: state.styles).bytes())
    if hasStrings { try addStrings() }
    // Programs that recognize a file by its first entries, such as file(1), recognize a workbook by these.
    try insert("[Content_Types].xml", contentTypes(hasStrings: hasStrings), at: 0)
    try insert("xl/workbook.xml", workbook.bytes(), at: 2)
    try insert("xl/_rels/workbook.xml.rels", relationships.finish(), at: 3)
  }

  private func addStrings() throws {
    try state.archive { zip throws(ZipError) in try zip.begin("xl/sharedStrings.xml") }
    var xml = XMLWriter(sink: partSink)
    xml.declaration()
    xml.start("sst")
    xml.attribute("xmlns", OfficeNamespace.spreadsheet)
    xml.attribute("count", state.stringReferences)
    xml.attribute("uniqueCount", state.stringCount)
    xml.closeTag()
    state.forEachString { text in
      xml.append("<si>")
      SheetBody.appendText(text, to: &xml)
      xml.append("</si>")
    }
    xml.end()
    _ = try xml.finish()
    try state.archive { zip throws(ZipError) in try zip.end() }
  }

  /// Adds a part.
  func add(_ name: String, _ bytes: [UInt8]) throws {
    try state.archive { zip throws(ZipError) in try zip.add(name, bytes) }
  }

  private func insert(_ name: String, _ bytes: [UInt8], at place: Int) throws {
    try state.archive { zip throws(ZipError) in zip.insert(name, bytes, at: place) }
  }

  /// The sink for the bytes of the open part.
  var partSink: XMLWriter.Sink {
    { [state] bytes in try state.archive { zip throws(ZipError) in try zip.write(bytes) } }
  }

  private func contentTypes(hasStrings: Bool) throws -> [UInt8] {
    var types = ContentTypesPart()
    let spreadsheet = OfficeNamespace.spreadsheetType
    types.add("/xl/workbook.xml", spreadsheet + "sheet.main+xml")
    for place in state.sheets.indices {
      types.add("/xl/worksheets/sheet\(place + 1).xml", spreadsheet + "worksheet+xml")
    }
    types.add("/xl/styles.xml", spreadsheet + "styles+xml")
    if hasStrings { types.add("/xl/sharedStrings.xml", spreadsheet + "sharedStrings+xml") }
    types.add("/docProps/core.xml", OfficeNamespace.coreType)
    types.add("/docProps/app.xml", OfficeNamespace.extendedType)
    if !state.options.properties.custom.isEmpty {
      types.add("/docProps/custom.xml", OfficeNamespace.customType)
    }
    return try types.finish()
  }
}
