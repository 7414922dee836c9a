import OpenPackaging
import Testing

@Suite struct PartNameTests {
  @Test(
    "a target is resolved against its source",
    arguments: [
      ("worksheets/sheet1.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
      ("/xl/worksheets/sheet1.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
      ("./worksheets/sheet1.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
      ("../xl/worksheets/sheet1.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
      ("worksheets/../worksheets/sheet1.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
      ("worksheets\\sheet1.xml", "/xl/workbook.xml", "/xl/worksheets/sheet1.xml"),
      ("\\xl\\sheet1.xml", "/xl/workbook.xml", "/xl/sheet1.xml"),
      ("../../../../etc/passwd", "/xl/workbook.xml", "/etc/passwd"),
      ("sheet1.xml#A1", "/xl/worksheets/s.xml", "/xl/worksheets/sheet1.xml"),
      ("sheet1.xml?x=1", "/xl/worksheets/s.xml", "/xl/worksheets/sheet1.xml"),
      ("my%20sheet.xml", "/xl/w.xml", "/xl/my%20sheet.xml"),
      ("workbook.xml", "/workbook.xml", "/workbook.xml"),
      ("x//y.xml", "/xl/w.xml", "/xl/x/y.xml"),
      ("媒体/图:1.png", "/xl/w.xml", "/xl/媒体/图:1.png"),
    ])
  func resolves(target: String, source: String, expected: String) {
    #expect(PartName(target, relativeTo: PartName(source))?.path == expected)
  }

  @Test("a target of the package is resolved from the root")
  func resolvesFromRoot() {
    #expect(PartName("xl/workbook.xml", relativeTo: nil)?.path == "/xl/workbook.xml")
  }

  @Test(
    "a target that is no name within the package gives none",
    arguments: [
      "", "#x", "?x", "..", "/", "//127.0.0.1/share/sheet.xml", "\\\\127.0.0.1\\share\\sheet.xml",
      "http://127.0.0.1:9/sheet.xml", "file:///etc/passwd", "mailto:a@b", "sheet1.xml%00.png",
      "a%2Fb.xml", "a%5cb.xml",
    ])
  func refuses(target: String) {
    #expect(PartName(target, relativeTo: PartName("/workbook.xml")) == nil)
  }

  @Test(
    "names are equal by case, percent-encoding and slash",
    arguments: [
      ("/xl/SharedStrings.xml", "/XL/sharedStrings.xml", true),
      ("/xl/my%20sheet.xml", "/xl/my sheet.xml", true),
      ("xl\\workbook.xml", "/xl/workbook.xml", true),
      ("/xl/%E8%A1%A8.xml", "/xl/表.xml", true),
      ("/xl/100%.xml", "/xl/100%.xml", true),
      ("/xl/Ä.xml", "/xl/ä.xml", false),
      ("/xl/a.xml", "/xl/b.xml", false),
    ])
  func compares(left: String, right: String, equal: Bool) throws {
    let (left, right) = try (#require(PartName(left)), #require(PartName(right)))
    #expect((left == right) == equal)
    #expect((left.hashValue == right.hashValue) == equal)
  }

  @Test("knows the relationships part, the entry and the extension of a name")
  func derives() throws {
    let sheet = try #require(PartName("/xl/worksheets/Sheet1.XML"))
    #expect(PartName(relationshipsOf: sheet).path == "/xl/worksheets/_rels/Sheet1.XML.rels")
    #expect(PartName(relationshipsOf: PartName("/workbook.xml")).path == "/_rels/workbook.xml.rels")
    #expect(PartName(relationshipsOf: nil).path == "/_rels/.rels")
    #expect(sheet.entryName == "xl/worksheets/Sheet1.XML")
    #expect(sheet.fileExtension == "xml")
    #expect(PartName("/xl.d/noext")?.fileExtension == "")
  }
}
