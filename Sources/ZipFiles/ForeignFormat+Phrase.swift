package import Diagnostics

extension ForeignFormat {
  /// The message: what the file is instead of a workbook, and how to get one from it.
  package var phrase: Phrase {
    switch self {
    case .empty:
      Phrase(
        zh: "文件是空的（0 字节）；请重新下载或重新导出",
        en: "the file is empty (0 bytes); download or export it again")
    case .zeros:
      Phrase(
        zh: "文件里全是零字节，多半是没有下载完；请重新下载",
        en: "the file holds nothing but zero bytes, most likely an unfinished download; "
          + "download it again")
    case .encryptedWorkbook:
      Phrase(
        zh: "工作簿设有打开密码；请在 Excel 或 WPS 中去掉密码后另存为 .xlsx",
        en: "the workbook is protected by a password; "
          + "take the password off in Excel or WPS and save it as .xlsx")
    case .legacyWorkbook, .bareLegacyWorkbook:
      Phrase(
        zh: "这是旧版 Excel 工作簿（.xls），不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "this is an old Excel workbook (.xls), not .xlsx; "
          + "open it in Excel or WPS and save it as .xlsx")
    case .compoundFile:
      Phrase(
        zh: "这是旧版 Office 文件（或已损坏的 .xls），不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "this is an old Office file (or a damaged .xls), not .xlsx; "
          + "open it in Excel or WPS and save it as .xlsx")
    case .html, .spreadsheetML2003, .xml, .delimitedText, .text: textPhrase
    case .pdf, .gzip, .rar, .sevenZip, .rtf, .image, .unknown: binaryPhrase
    }
  }

  private var textPhrase: Phrase {
    switch self {
    case .html:
      Phrase(
        zh: "这是网页（HTML），不是 .xlsx；请改用 .html 扩展名，或用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "this is a web page (HTML), not .xlsx; name it .html, "
          + "or open it in Excel or WPS and save it as .xlsx")
    case .spreadsheetML2003:
      Phrase(
        zh: "这是 XML 表格 2003 文件，不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "this is an XML Spreadsheet 2003 file, not .xlsx; "
          + "open it in Excel or WPS and save it as .xlsx")
    case .xml:
      Phrase(
        zh: "这是 XML 文件，不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "this is an XML file, not .xlsx; open it in Excel or WPS and save it as .xlsx")
    case .delimitedText:
      Phrase(
        zh: "这是 CSV 文本，不是 .xlsx；请改用 .csv 扩展名，或用 Excel 或 WPS 打开后另存为 .xlsx",
        en: "this is CSV text, not .xlsx; name it .csv, "
          + "or open it in Excel or WPS and save it as .xlsx")
    default:
      Phrase(
        zh: "这是文本文件，不是 .xlsx；请提供工作簿",
        en: "this is a text file, not .xlsx; supply a workbook")
    }
  }

  private var binaryPhrase: Phrase {
    switch self {
    case .pdf:
      Phrase(
        zh: "这是 PDF，不是 .xlsx；请提供工作簿", en: "this is a PDF, not .xlsx; supply a workbook")
    case .gzip:
      Phrase(
        zh: "这是 gzip 压缩文件，不是 .xlsx；请先解压", en: "this is a gzip file, not .xlsx; unpack it first")
    case .rar:
      Phrase(
        zh: "这是 RAR 压缩包，不是 .xlsx；请先解压", en: "this is a RAR archive, not .xlsx; unpack it first")
    case .sevenZip:
      Phrase(
        zh: "这是 7z 压缩包，不是 .xlsx；请先解压", en: "this is a 7z archive, not .xlsx; unpack it first")
    case .rtf:
      Phrase(
        zh: "这是 RTF 文档，不是 .xlsx；请提供工作簿",
        en: "this is an RTF document, not .xlsx; supply a workbook")
    case .image(let kind):
      Phrase(
        zh: "这是图片（\(kind)），不是 .xlsx；请提供工作簿",
        en: "this is a picture (\(kind)), not .xlsx; supply a workbook")
    default:
      Phrase(
        zh: "这不是 .xlsx 工作簿（不是 zip 压缩包），或文件已损坏；请用 Excel 或 WPS 另存为 .xlsx",
        en: "this is no .xlsx workbook (no zip archive), or it is damaged; "
          + "save it as .xlsx in Excel or WPS")
    }
  }
}
