package import Diagnostics
package import XMLStreams

/// Why a zip archive is not a package of the expected kind.
package enum OPCError: LimitedError, Hashable {
  /// The archive is an OpenDocument file; its media type, or empty if it has none.
  case openDocument(String)
  /// The archive has neither content types nor relationships: an ordinary zip archive.
  case notAPackage
  /// The package is of another kind than expected.
  case wrongKind(PackageKind, expected: PackageKind)
  /// No relationship of the package leads to an existing main part.
  case missingMainPart
  /// A required part is missing.
  case missingPart(PartName)
  /// A part is not well-formed XML.
  case damagedPart(PartName, XMLError)
  /// A part exceeds a safety limit.
  case beyondLimit(PartName, LimitExceeded)

  /// The exceeded limit, if one caused the error.
  package var exceededLimit: Limit? {
    if case .beyondLimit(_, let error) = self { error.limit } else { nil }
  }

  /// The message: what the archive is and what to do; a part is shown by its name.
  package var phrase: Phrase {
    switch self {
    case .openDocument(let type) where type.contains("spreadsheet"):
      Phrase(
        zh: "这是 OpenDocument 表格（.ods），不是 .xlsx；请用 Excel、WPS 或 LibreOffice 另存为 .xlsx",
        en: "this is an OpenDocument spreadsheet (.ods), not .xlsx; "
          + "save it as .xlsx in Excel, WPS or LibreOffice")
    case .openDocument:
      Phrase(
        zh: "这是 OpenDocument 文件，不是 .xlsx；请用 Excel、WPS 或 LibreOffice 另存为 .xlsx",
        en: "this is an OpenDocument file, not .xlsx; "
          + "save it as .xlsx in Excel, WPS or LibreOffice")
    case .notAPackage:
      Phrase(
        zh: "这是普通的 zip 压缩包，里面没有 Office 文档；请解压后提供其中的文件",
        en: "this is an ordinary zip archive without an Office document; "
          + "unpack it and supply the file inside")
    case .wrongKind(let found, let expected): Self.phrase(found, expected: expected)
    case .missingMainPart:
      Phrase(
        zh: "找不到文档的主要部件（_rels/.rels 没有指向它，或它不在文件中）；请用 Excel 或 WPS 打开后另存",
        en: "the main part is missing (_rels/.rels does not lead to it, or it is not there); "
          + "open the file in Excel or WPS and save it again")
    case .missingPart(let part):
      Phrase(
        zh: "缺少部件 \(part)；请用 Excel 或 WPS 打开后另存",
        en: "the part \(part) is missing; open the file in Excel or WPS and save it again")
    case .damagedPart(let part, let error):
      Phrase(zh: "\(part) \(error.phrase.zh)", en: "\(part) \(error.phrase.en)")
    case .beyondLimit(let part, let error):
      Phrase(zh: "\(part) \(error.phrase.zh)", en: "\(part) \(error.phrase.en)")
    }
  }

  private static func phrase(_ found: PackageKind, expected: PackageKind) -> Phrase {
    switch (found, expected) {
    case (.binaryWorkbook, _):
      Phrase(
        zh: "这是二进制工作簿（.xlsb），不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "this is a binary workbook (.xlsb), not .xlsx; "
          + "open it in Excel or WPS and save it as .xlsx")
    case (.document, _):
      Phrase(
        zh: "这是 Word 文档（.docx），不是工作簿；请改用 .docx 扩展名或提供工作簿",
        en: "this is a Word document (.docx), not a workbook; name it .docx or supply a workbook")
    case (.presentation, _):
      Phrase(
        zh: "这是演示文稿（.pptx），不是工作簿；请提供工作簿",
        en: "this is a presentation (.pptx), not a workbook; supply a workbook")
    case (.workbook, _):
      Phrase(
        zh: "这是工作簿（.xlsx），不是 Word 文档；请改用 .xlsx 扩展名",
        en: "this is a workbook (.xlsx), not a Word document; name it .xlsx")
    case (.unknown, .document):
      Phrase(
        zh: "这不是 Word 文档：主要部件的内容类型未知；请用 Word 或 WPS 打开后另存为 .docx",
        en: "this is no Word document: the content type of its main part is unknown; "
          + "open it in Word or WPS and save it as .docx")
    case (.unknown, _):
      Phrase(
        zh: "这不是工作簿：主要部件的内容类型未知；请用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "this is no workbook: the content type of its main part is unknown; "
          + "open it in Excel or WPS and save it as .xlsx")
    }
  }
}
