import XMLStreams

/// The content types part, for writing.
///
/// Source: ECMA-376-2:2016, 10.1.2.
struct ContentTypesPart: ~Copyable {
  private var xml = XMLWriter()

  init() {
    xml.declaration()
    xml.start("Types")
    xml.attribute("xmlns", OfficeNamespace.contentTypes)
    add(extension: "rels", OfficeNamespace.relationshipsType)
    add(extension: "xml", "application/xml")
  }

  private mutating func add(extension ending: String, _ type: String) {
    xml.start("Default")
    xml.attribute("Extension", ending)
    xml.attribute("ContentType", type)
    xml.end()
  }

  /// Adds the content type of the part at `path`, which begins with `/`.
  mutating func add(_ path: String, _ type: String) {
    xml.start("Override")
    xml.attribute("PartName", path)
    xml.attribute("ContentType", type)
    xml.end()
  }

  consuming func finish() throws -> [UInt8] {
    xml.end()
    return try xml.finish()
  }
}
