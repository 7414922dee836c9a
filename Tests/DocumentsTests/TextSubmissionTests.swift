import Diagnostics
import Documents
import Foundation
import Testing

/// CSV, pages and text become grids of texts, whatever their encoding.
struct TextSubmissionTests {
  private func read(
    _ name: String, _ bytes: some Sequence<UInt8>, encoding: String? = nil,
    limits: Limits = .standard
  ) throws -> GridDocument {
    try SubmissionReader(limits: limits, encoding: encoding)
      .read(Input(name: name, bytes: Array(bytes)))
  }

  @Test("keeps the places of a CSV's fields, blank lines and empty fields counted")
  func keepsPlaces() throws {
    let document = try read("a.csv", "行,列\r\n\r\n1,,\"a,\"\"b\"\"\nc\"\r\n".utf8)
    #expect(document.kind == "csv")
    let grid = try #require(document.grids.first)
    #expect(grid.origin == .delimited)
    #expect(grid.name.isEmpty)
    #expect(
      grid.cells == [
        GridCell(GridReference(row: 1, column: 1), .text("行")),
        GridCell(GridReference(row: 1, column: 2), .text("列")),
        GridCell(GridReference(row: 3, column: 1), .text("1")),
        GridCell(GridReference(row: 3, column: 3), .text("a,\"b\"\nc")),
      ])
    #expect(grid.name(of: GridReference(row: 3, column: 3)) == "3:3")
  }

  static let encoded: [(String, [UInt8], String?)] = [
    ("UTF-8", Array("收到,9\n".utf8), "UTF-8"),
    ("UTF-8 with a mark", [0xEF, 0xBB, 0xBF] + Array("收到,9\n".utf8), "UTF-8"),
    ("GB18030", [0xCA, 0xD5, 0xB5, 0xBD, 0x2C, 0x39, 0x0A], "GB18030"),
    (
      "UTF-16 with a mark",
      [0xFF, 0xFE, 0x36, 0x65, 0x30, 0x52, 0x2C, 0x00, 0x39, 0x00, 0x0A, 0x00], "UTF-16LE"
    ),
  ]

  @Test("detects the encoding", arguments: encoded)
  func detects(label: String, bytes: [UInt8], name: String?) throws {
    let document = try read("a.csv", bytes)
    #expect(document.encoding == name)
    #expect(document.grids.first?[1, 1]?.value == .text("收到"))
    #expect(document.grids.first?[1, 2]?.value == .text("9"))
  }

  @Test("takes a named encoding, and knows tabs by the extension")
  func takesANamedEncoding() throws {
    let document = try read("a.tsv", [0xA6, 0xAC, 0x09, 0x31, 0x0A], encoding: "big5")
    #expect(document.kind == "tsv")
    #expect(document.grids.first?[1, 1]?.value == .text("收"))
  }

  @Test("reads a page in the encoding that it is in, not in the one that it declares")
  func readsAPage() throws {
    let page = "<html><head><meta charset=gb2312></head><body><table><tr><td>收到<td>9</table>"
    let document = try read("a.html", page.utf8)
    #expect(document.encoding == "UTF-8")
    #expect(document.grids.first?[1, 1]?.value == .text("收到"))
  }

  @Test(
    "trusts no page that declares what no Chinese text is in",
    arguments: ["iso-8859-1", "windows-1252", "us-ascii", "big5", "utf-16", "nonsense"])
  func readsAPageThatDeclaresAnotherEncoding(charset: String) throws {
    let page = "<meta charset=\(charset)><table><tr><td>收到<td>9</table>"
    let document = try read("a.html", page.utf8)
    #expect(document.encoding == "UTF-8")
    #expect(document.grids.first?[1, 1]?.value == .text("收到"))
  }

  @Test("reads a text's lines and paragraphs")
  func readsText() throws {
    let document = try read("a.txt", "一、总体情况\n\n收到 9 件\n".utf8)
    #expect(document.kind == "txt")
    #expect(!document.blocks.isEmpty)
  }

  @Test("stops at the safety limit for cells")
  func stopsAtTheLimit() throws {
    var limits = Limits.standard
    limits[.gridCells] = 3
    #expect(throws: LimitExceeded(limit: .gridCells, bound: 3)) {
      try read("a.csv", "1,2\n3,4\n".utf8, limits: limits)
    }
    limits[.gridCells] = 4
    #expect(try read("a.csv", "1,2\n3,4\n".utf8, limits: limits).grids.first?.count == 4)
  }
}
