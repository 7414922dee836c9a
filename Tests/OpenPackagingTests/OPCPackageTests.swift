import Foundation
import OpenPackaging
import TestSupport
import Testing
import ZipFiles

@Suite struct OPCPackageTests {
  static let relationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let types = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let workbookType =
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"

  /// A package out of parts, in the order of their names here.
  static func package(_ parts: KeyValuePairs<String, String>) throws -> OPCPackage {
    let folder = try TemporaryFolder()
    let writer = try ZipWriter(path: folder.path("p"))
    for (name, text) in parts { try writer.add(name, Array(text.utf8)) }
    try writer.finish()
    return try OPCPackage(
      bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: folder.path("p")))))
  }

  static func rels(_ items: String) -> String {
    "<Relationships xmlns=\"\(relationships)\">\(items)</Relationships>"
  }

  static let root = rels(
    "<Relationship Id=\"r\" Type=\"\(office)/officeDocument\" Target=\"xl/workbook.xml\"/>")

  static func contentTypes(_ type: String = workbookType) -> String {
    """
    <Types xmlns="\(types)"><Default Extension="XML" ContentType="application/xml"/>\
    <Override PartName="/xl/workbook.xml" ContentType="\(type)"/></Types>
    """
  }

  @Test("finds the main part, the parts that it links to and their content types")
  func follows() throws {
    let package = try Self.package([
      "_rels/.rels": Self.root, "[Content_Types].xml": Self.contentTypes(),
      "xl/workbook.xml": "<w/>", "xl/Worksheets/Sheet1.xml": "<s/>",
      "xl/_rels/workbook.xml.rels": Self.rels(
        """
        <Relationship Id="rId1" Type="\(Self.office)/worksheet" Target="worksheets/sheet1.xml"/>\
        <Relationship Id="rId2" Type="\(Self.office)/styles" Target="styles.xml"/>\
        <Relationship Id="rId3" Type="\(Self.office)/hyperlink" TargetMode="External"
          Target="http://example.com/"/>\
        <Relationship Id="rId1" Type="\(Self.office)/theme" Target="theme.xml"/>\
        <Relationship Id="rId4" Type="\(Self.office)/theme" Target="xl/workbook.xml"/>
        """),
    ])
    let main = try package.mainPart(expecting: .workbook)
    #expect(main.path == "/xl/workbook.xml")
    let links = try package.relationships(of: main)
    #expect(links.all.map(\.id) == ["rId1", "rId2", "rId3", "rId1", "rId4"])
    let sheet = try #require(links["rId1"].flatMap { package.part($0) })
    #expect(String(decoding: try package.read(sheet), as: UTF8.self) == "<s/>")
    #expect(try package.contentType(of: sheet) == "application/xml")
    #expect(try package.contentType(of: main) == Self.workbookType)
    let dangling = try #require(links.first("styles"))
    #expect(dangling.part?.path == "/xl/styles.xml")
    #expect(package.part(dangling) == nil)
    #expect(links["rId3"]?.part == nil)
    #expect(links["rId4"].flatMap { package.part($0) }?.path == "/xl/workbook.xml")
    #expect(try package.relationships(of: sheet).all.isEmpty)
    #expect(throws: OPCError.missingPart(PartName("/x.xml")!)) {
      try package.read(PartName("/x.xml")!)
    }
  }

  @Test("finds a main part at its usual place when no relationship leads to it")
  func usualPlace() throws {
    let package = try Self.package([
      "[Content_Types].xml": "<Types xmlns=\"\(Self.types)\"/>", "xl/workbook.xml": "<w/>",
    ])
    #expect(try package.mainPart(expecting: .workbook).path == "/xl/workbook.xml")
  }

  @Test("reads the core, extended and custom properties")
  func properties() throws {
    let metadata = "http://schemas.openxmlformats.org/package/2006/relationships/metadata"
    let package = try Self.package([
      "_rels/.rels": Self.rels(
        """
        <Relationship Id="a" Type="\(metadata)/core-properties" Target="docProps/core.xml"/>\
        <Relationship Id="b" Type="\(Self.office)/extended-properties" Target="docProps/app.xml"/>\
        <Relationship Id="c" Type="\(Self.office)/custom-properties" Target="docProps/custom.xml"/>
        """),
      "docProps/core.xml":
        "<c:p xmlns:c=\"c\" xmlns:d=\"d\"><d:creator>张三</d:creator><c:revision>2</c:revision></c:p>",
      "docProps/app.xml":
        "<Properties xmlns=\"e\"><Application>WPS</Application><TitlesOfParts><x/></TitlesOfParts></Properties>",
      "docProps/custom.xml": """
      <Properties xmlns="p" xmlns:vt="v"><property pid="2" name="form"><vt:lpwstr>x-1</vt:lpwstr>\
      </property><property pid="3" name="n"><vt:i4>7</vt:i4></property></Properties>
      """,
    ])
    let properties = try package.properties
    #expect(properties.core == ["creator": "张三", "revision": "2"])
    #expect(properties.application == ["Application": "WPS"])
    #expect(
      properties.custom == [
        CustomProperty(name: "form", value: "x-1"),
        CustomProperty(name: "n", value: "7", type: "i4"),
      ])
  }
}
