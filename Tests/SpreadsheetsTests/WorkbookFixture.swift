import Diagnostics
import Foundation
import Spreadsheets
import TestSupport
import ZipFiles

/// A workbook made out of parts, each of which a test may replace or leave out.
struct WorkbookFixture {
  static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

  /// The parts by name, in the order in which they are written.
  var parts: [(name: String, bytes: [UInt8])] = []

  /// A workbook with one sheet `Data` that has `rows` as its `<sheetData>`.
  init(
    rows: String = "", before: String = "", after: String = "", strings: [String]? = nil,
    formats: [String] = [], workbook: String = ""
  ) {
    self["[Content_Types].xml"] = """
      <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
      <Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/>\
      <Override PartName="/xl/workbook.xml" ContentType="application/\
      vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
      """
    self["_rels/.rels"] = Self.links([("rId1", "officeDocument", "xl/workbook.xml")])
    self["xl/workbook.xml"] = """
      <workbook xmlns="\(Self.main)" xmlns:r="\(Self.relationships)">\(workbook)\
      <sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>
      """
    self["xl/_rels/workbook.xml.rels"] = Self.links([
      ("rId1", "worksheet", "worksheets/sheet1.xml"), ("rId2", "styles", "styles.xml"),
      ("rId3", "sharedStrings", "sharedStrings.xml"),
    ])
    sheet = """
      <worksheet xmlns="\(Self.main)">\(before)<sheetData>\(rows)</sheetData>\(after)</worksheet>
      """
    if let strings {
      self["xl/sharedStrings.xml"] = """
        <sst xmlns="\(Self.main)">\(strings.map { "<si>\($0)</si>" }.joined())</sst>
        """
    }
    if !formats.isEmpty { setFormats(formats) }
  }

  /// A workbook with one sheet `Data` whose part is these bytes.
  init(sheet bytes: [UInt8]) {
    self.init()
    sheet = nil
    parts.append(("xl/worksheets/sheet1.xml", bytes))
  }

  /// The text of a part; nil leaves it out.
  subscript(name: String) -> String? {
    get {
      parts.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    set {
      let bytes = newValue.map { Array((Self.declaration + $0).utf8) }
      if let place = parts.firstIndex(where: { $0.name == name }) {
        if let bytes { parts[place].bytes = bytes } else { parts.remove(at: place) }
      } else if let bytes {
        parts.append((name, bytes))
      }
    }
  }

  /// The sheet's part.
  var sheet: String? {
    get { self["xl/worksheets/sheet1.xml"] }
    set { self["xl/worksheets/sheet1.xml"] = newValue }
  }

  /// Gives each cell format from 1 on a number format of its own.
  private mutating func setFormats(_ codes: [String]) {
    let escaped = codes.map {
      $0.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "\"", with: "&quot;")
        .replacingOccurrences(of: "<", with: "&lt;")
    }
    let formats = escaped.enumerated().map {
      "<numFmt numFmtId=\"\(164 + $0)\" formatCode=\"\($1)\"/>"
    }
    let cells = codes.indices.map { "<xf numFmtId=\"\(164 + $0)\"/>" }
    self["xl/styles.xml"] = """
      <styleSheet xmlns="\(Self.main)"><numFmts>\(formats.joined())</numFmts>\
      <cellXfs><xf numFmtId="0"/>\(cells.joined())</cellXfs></styleSheet>
      """
  }

  /// A relationships part.
  static func links(_ links: [(id: String, type: String, target: String)]) -> String {
    let elements = links.map {
      """
      <Relationship Id="\($0.id)" Type="\(relationships)/\($0.type)" Target="\($0.target)"/>
      """
    }
    return """
      <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
      \(elements.joined())</Relationships>
      """
  }

  /// The workbook's bytes.
  func bytes() throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let writer = try ZipWriter(path: folder.path("book.xlsx"))
    for part in parts { try writer.add(part.name, part.bytes) }
    try writer.finish()
    return Array(try Data(contentsOf: URL(fileURLWithPath: folder.path("book.xlsx"))))
  }

  /// The workbook, opened.
  func workbook() throws -> Workbook { try Workbook(bytes: try bytes()) }

  /// All rows of the first sheet.
  func rows() throws -> [SheetRow] { try workbook().allRows() }

  /// All cells of the first sheet.
  func cells(limits: Limits = .standard) throws -> [Cell] {
    try Workbook(bytes: try bytes(), limits: limits).allRows().flatMap(\.cells)
  }
}

extension Workbook {
  /// All rows of the sheet at `index`.
  func allRows(ofSheet index: Int = 0) throws -> [SheetRow] {
    var stream = try rows(of: sheets[index])
    var rows: [SheetRow] = []
    while let row = try stream.next() { rows.append(row) }
    return rows
  }
}
