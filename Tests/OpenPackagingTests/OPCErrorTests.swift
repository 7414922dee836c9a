import Diagnostics
import OpenPackaging
import Testing
import XMLStreams
import ZipFiles

@Suite struct OPCErrorTests {
  static let part = PartName("/xl/_rels/workbook.xml.rels")!

  @Test(
    "messages say what the archive is, and which part is at fault",
    arguments: [
      (
        .openDocument("application/vnd.oasis.opendocument.spreadsheet"),
        "这是 OpenDocument 表格（.ods），不是 .xlsx；请用 Excel、WPS 或 LibreOffice 另存为 .xlsx",
        """
        this is an OpenDocument spreadsheet (.ods), not .xlsx; \
        save it as .xlsx in Excel, WPS or LibreOffice
        """
      ),
      (
        .openDocument(""),
        "这是 OpenDocument 文件，不是 .xlsx；请用 Excel、WPS 或 LibreOffice 另存为 .xlsx",
        """
        this is an OpenDocument file, not .xlsx; \
        save it as .xlsx in Excel, WPS or LibreOffice
        """
      ),
      (
        .notAPackage, "这是普通的 zip 压缩包，里面没有 Office 文档；请解压后提供其中的文件",
        """
        this is an ordinary zip archive without an Office document; \
        unpack it and supply the file inside
        """
      ),
      (
        .wrongKind(.binaryWorkbook, expected: .workbook),
        "这是二进制工作簿（.xlsb），不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        """
        this is a binary workbook (.xlsb), not .xlsx; \
        open it in Excel or WPS and save it as .xlsx
        """
      ),
      (
        .wrongKind(.document, expected: .workbook),
        "这是 Word 文档（.docx），不是工作簿；请改用 .docx 扩展名或提供工作簿",
        "this is a Word document (.docx), not a workbook; name it .docx or supply a workbook"
      ),
      (
        .wrongKind(.presentation, expected: .workbook),
        "这是演示文稿（.pptx），不是工作簿；请提供工作簿",
        "this is a presentation (.pptx), not a workbook; supply a workbook"
      ),
      (
        .wrongKind(.workbook, expected: .document),
        "这是工作簿（.xlsx），不是 Word 文档；请改用 .xlsx 扩展名",
        "this is a workbook (.xlsx), not a Word document; name it .xlsx"
      ),
      (
        .wrongKind(.unknown, expected: .workbook),
        "这不是工作簿：主要部件的内容类型未知；请用 Excel 或 WPS 打开后另存为 .xlsx",
        """
        this is no workbook: the content type of its main part is unknown; \
        open it in Excel or WPS and save it as .xlsx
        """
      ),
      (
        .wrongKind(.unknown, expected: .document),
        "这不是 Word 文档：主要部件的内容类型未知；请用 Word 或 WPS 打开后另存为 .docx",
        """
        this is no Word document: the content type of its main part is unknown; \
        open it in Word or WPS and save it as .docx
        """
      ),
      (
        .missingMainPart,
        "找不到文档的主要部件（_rels/.rels 没有指向它，或它不在文件中）；请用 Excel 或 WPS 打开后另存",
        """
        the main part is missing (_rels/.rels does not lead to it, or it is not there); \
        open the file in Excel or WPS and save it again
        """
      ),
      (
        .missingPart(part), "缺少部件 /xl/_rels/workbook.xml.rels；请用 Excel 或 WPS 打开后另存",
        """
        the part /xl/_rels/workbook.xml.rels is missing; \
        open the file in Excel or WPS and save it again
        """
      ),
      (
        .damagedPart(part, XMLError(.truncated, at: XMLPosition(line: 3, column: 1))),
        "/xl/_rels/workbook.xml.rels 第 3 行：XML 在根元素结束之前中断，文件可能不完整",
        """
        /xl/_rels/workbook.xml.rels line 3: \
        the XML ends before its root element does; the file may be cut off
        """
      ),
      (
        .beyondLimit(part, LimitExceeded(limit: .elementDepth, bound: 256)),
        "/xl/_rels/workbook.xml.rels 超出安全限制 element-depth（上限 256）；确信文件无害时，可放宽此限制",
        """
        /xl/_rels/workbook.xml.rels goes beyond the safety limit element-depth (at most 256); \
        if you trust the file, raise this limit
        """
      ),
    ] as [(OPCError, String, String)])
  func messages(error: OPCError, zh: String, en: String) {
    #expect(error.phrase == Phrase(zh: zh, en: en))
  }

  @Test("archives that are no packages are told by what they are")
  func foreign() throws {
    let cases: [(KeyValuePairs<String, String>, OPCError)] = [
      (["readme.txt": "hello"], .notAPackage),
      (["mimetype": "text/plain", "a": ""], .notAPackage),
      (
        ["mimetype": "application/vnd.oasis.opendocument.text", "content.xml": "<x/>"],
        .openDocument("application/vnd.oasis.opendocument.text")
      ),
      (["content.xml": "<x/>", "META-INF/manifest.xml": "<x/>"], .openDocument("")),
      (["xl/worksheets/sheet1.xml": "<x/>"], .missingMainPart),
    ]
    for (parts, error) in cases {
      #expect(throws: error) { try OPCPackageTests.package(parts) }
    }
  }

  @Test(
    "a package of another kind than asked for is refused",
    arguments: [
      ("application/vnd.ms-excel.sheet.binary.macroEnabled.main", .binaryWorkbook),
      (
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        .document
      ),
      (
        "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
        .presentation
      ),
    ] as [(String, PackageKind)])
  func wrongKind(type: String, kind: PackageKind) throws {
    let package = try Self.package(at: "odd/place.xml", type)
    #expect(throws: OPCError.wrongKind(kind, expected: .workbook)) {
      try package.mainPart(expecting: .workbook)
    }
    #expect(try package.mainPart.path == "/odd/place.xml")
  }

  @Test(
    "workbooks and templates, with or without macros, are workbooks",
    arguments: [
      OPCPackageTests.workbookType,
      "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml",
      "application/vnd.ms-excel.sheet.macroEnabled.main+xml",
      "application/vnd.ms-excel.template.macroEnabled.main+xml",
      "application/vnd.ms-excel.addin.macroEnabled.main+xml; charset=utf-8",
    ])
  func workbooks(type: String) throws {
    let package = try Self.package(at: "odd/place.xml", type)
    #expect(try package.mainPart(expecting: .workbook).path == "/odd/place.xml")
  }

  @Test(
    "at its usual place a main part is what its name says, whatever its content type",
    arguments: [
      ("xl/workbook.xml", .workbook), ("XL/Workbook.xml", .workbook),
      ("xl/workbook.bin", .binaryWorkbook), ("word/document.xml", .document),
      ("ppt/presentation.xml", .presentation), ("odd/place.xml", .unknown),
    ] as [(String, PackageKind)])
  func usualPlaces(name: String, kind: PackageKind) throws {
    let package = try Self.package(at: name, "application/xml")
    #expect(try package.mainPart(expecting: kind).entryName == name)
  }

  /// A package whose main part has that name and content type.
  static func package(at name: String, _ type: String) throws -> OPCPackage {
    try OPCPackageTests.package([
      "_rels/.rels": OPCPackageTests.rels(
        "<Relationship Id=\"r\" Type=\"\(OPCPackageTests.office)/officeDocument\" Target=\"\(name)\"/>"
      ),
      "[Content_Types].xml": """
      <Types xmlns="\(OPCPackageTests.types)">\
      <Override PartName="/\(name)" ContentType="\(type)"/></Types>
      """,
      name: "<w/>",
    ])
  }

  @Test("a damaged relationships part or a missing main part is told")
  func damaged() throws {
    let broken = try OPCPackageTests.package([
      "_rels/.rels": "<!DOCTYPE x><Relationships/>", "xl/workbook.xml": "<w/>",
    ])
    #expect(
      throws: OPCError.damagedPart(
        PartName("/_rels/.rels")!, XMLError(.documentType, at: XMLPosition(line: 1, column: 12)))
    ) { try broken.mainPart }
    let empty = try OPCPackageTests.package(["_rels/.rels": OPCPackageTests.root])
    #expect(throws: OPCError.missingMainPart) { try empty.mainPart }
  }
}
