import Diagnostics
import Testing
import XMLStreams

@Suite struct XMLElementTests {
  @Test func `holds a small document as a tree`() throws {
    let root = try XMLElement(
      parsing: Array("<r:a xmlns:r='urn:r' r:k='1' k='2'>x<b>1</b>y<r:b/>\n<b/></r:a>".utf8))
    #expect(root.name == XMLName("a", in: "urn:r"))
    #expect(root["k"] == "2")
    #expect(root["k", in: "urn:r"] == "1")
    #expect(root["none"] == nil)
    #expect(root.text == "xy\n")
    #expect(root.all("b", in: "").map(\.text) == ["1", ""])
    #expect(root.first("b", in: "urn:r")?.line == 1)
    #expect(root.children.last?.line == 2)
  }

  @Test func `keeps the limit of elements`() throws {
    var limits = Limits.standard
    limits[.treeElements] = 3
    _ = try XMLElement(parsing: Array("<a><b c='1'/></a>".utf8), limits: limits)
    let error = try #require(throws: LimitExceeded.self) {
      try XMLElement(parsing: Array("<a><b c='1'/><d/></a>".utf8), limits: limits)
    }
    #expect(error == LimitExceeded(limit: .treeElements, bound: 3))
  }
}
