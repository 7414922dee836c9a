import Foundation
import Spreadsheets
import ZipFiles

/// A small workbook around one part that the fuzzer makes.
enum WorkbookBox {
  private static let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  private static let packaging = "http://schemas.openxmlformats.org/package/2006"
  private static let path =
    NSTemporaryDirectory() + "xlsxreport-fuzz-\(ProcessInfo.processInfo.processIdentifier).xlsx"

  private static let parts: [(name: String, text: String)] = [
    (
      "[Content_Types].xml",
      """
      <Types xmlns="\(packaging)/content-types"><Default Extension="rels" \
      ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
      <Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" \
      ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>
      """
    ),
    (
      "_rels/.rels",
      """
      <Relationships xmlns="\(packaging)/relationships"><Relationship Id="r1" \
      Type="\(office)/officeDocument" Target="xl/workbook.xml"/></Relationships>
      """
    ),
    (
      "xl/workbook.xml",
      """
      <workbook xmlns="\(main)" xmlns:r="\(office)"><sheets><sheet name="Data" sheetId="1" r:id="r1"/>\
      </sheets></workbook>
      """
    ),
    (
      "xl/_rels/workbook.xml.rels",
      """
      <Relationships xmlns="\(packaging)/relationships"><Relationship Id="r1" \
      Type="\(office)/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" \
      Type="\(office)/styles" Target="styles.xml"/><Relationship Id="r3" \
      Type="\(office)/sharedStrings" Target="sharedStrings.xml"/></Relationships>
      """
    ),
    (
      "xl/worksheets/sheet1.xml",
      """
      <worksheet xmlns="\(main)"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c>\
      <c r="B1" s="1"><v>45351.5</v></c></row></sheetData></worksheet>
      """
    ),
    (
      "xl/styles.xml",
      "<styleSheet xmlns=\"\(main)\"><cellXfs><xf/><xf numFmtId=\"22\"/></cellXfs></styleSheet>"
    ),
    ("xl/sharedStrings.xml", "<sst xmlns=\"\(main)\"><si><t>a</t></si></sst>"),
  ]

  /// The workbook's bytes with `part` in place of its own part of that name.
  static func bytes(_ name: String, _ part: [UInt8]) throws -> [UInt8] {
    let writer = try ZipWriter(path: path)
    for (own, text) in parts {
      try writer.add(own, own == name ? part : Array(text.utf8), compress: false)
    }
    try writer.finish()
    return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// What both roads of the reader tell of the workbook, which must be the same.
  static func compareReadingPaths(_ bytes: [UInt8]) throws {
    let logs = try [true, false].map { usesScanner in
      let workbook = try Workbook(bytes: bytes)
      workbook.usesScanner = usesScanner
      return CellLog.lines(of: workbook)
    }
    promise(logs[0] == logs[1], "the readingPaths differ:\n\(logs[0])\n\(logs[1])")
  }
}
