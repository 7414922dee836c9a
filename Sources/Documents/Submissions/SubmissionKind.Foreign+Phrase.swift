package import Diagnostics

extension SubmissionKind.Foreign {
  /// Reports what the file is instead, and how to make a readable file of it.
  package var phrase: Phrase {
    convertiblePhrase ?? fixedPhrase
  }

  /// Whether an external converter can make a readable file of it.
  package var isConvertible: Bool { convertiblePhrase != nil }

  private var convertiblePhrase: Phrase? {
    switch self {
    case .legacyWorkbook:
      Phrase(
        zh: "这是旧版工作簿（.xls 或 .et）；请用 Excel 或 WPS 另存为 .xlsx，或加 --allow-converters（需装有 soffice）",
        en: """
          this is an old workbook (.xls or .et); save it as .xlsx in Excel or WPS, \
          or give --allow-converters (needs soffice)
          """)
    case .binaryWorkbook:
      Phrase(
        zh: "这是二进制工作簿（.xlsb）；请用 Excel 或 WPS 另存为 .xlsx，或加 --allow-converters（需装有 soffice）",
        en: """
          this is a binary workbook (.xlsb); save it as .xlsx in Excel or WPS, \
          or give --allow-converters (needs soffice)
          """)
    case .openDocumentSheet:
      Phrase(
        zh: "这是 OpenDocument 表格（.ods）；请另存为 .xlsx，或加 --allow-converters（需装有 soffice）",
        en: """
          this is an OpenDocument spreadsheet (.ods); save it as .xlsx, \
          or give --allow-converters (needs soffice)
          """)
    case .spreadsheetML2003:
      Phrase(
        zh: "这是 XML 表格 2003；请用 Excel 或 WPS 另存为 .xlsx，或加 --allow-converters（需装有 soffice）",
        en: """
          this is an XML Spreadsheet 2003; save it as .xlsx in Excel or WPS, \
          or give --allow-converters (needs soffice)
          """)
    case .legacyDocument:
      Phrase(
        zh: "这是旧版文档（.doc 或 .wps）；请用 Word 或 WPS 另存为 .docx，或加 --allow-converters（需装有 soffice）",
        en: """
          this is an old document (.doc or .wps); save it as .docx in Word or WPS, \
          or give --allow-converters (needs soffice)
          """)
    case .openDocumentText:
      Phrase(
        zh: "这是 OpenDocument 文档（.odt）；请另存为 .docx，或加 --allow-converters（需装有 soffice）",
        en: """
          this is an OpenDocument text (.odt); save it as .docx, \
          or give --allow-converters (needs soffice)
          """)
    case .richText:
      Phrase(
        zh: "这是 RTF 文档；请另存为 .docx，或加 --allow-converters（需装有 soffice）",
        en: "this is an RTF document; save it as .docx, or give --allow-converters (needs soffice)")
    case .pdf:
      Phrase(
        zh: "这是 PDF；请用 pdftotext -layout 转成 .txt，或加 --allow-converters（需装有 pdftotext）",
        en: """
          this is a PDF; make a .txt of it with pdftotext -layout, \
          or give --allow-converters (needs pdftotext)
          """)
    case .encrypted, .presentation, .image, .archive, .xml, .empty, .zeros, .misnamed, .unknown:
      nil
    }
  }

  private var fixedPhrase: Phrase {
    switch self {
    case .encrypted:
      Phrase(
        zh: "文件设有打开密码；请在 Excel 或 WPS 中去掉密码后另存为 .xlsx",
        en: "the file is protected by a password; take it off in Excel or WPS and save as .xlsx")
    case .presentation:
      Phrase(
        zh: "这是演示文稿，不是统计表；请提供工作簿、CSV、网页、Word 文档或文本",
        en:
          "this is a presentation, no form; supply a workbook, CSV, web page, Word document or text"
      )
    case .image(let kind):
      Phrase(
        zh: "这是图片（\(kind)），读不出数字；请提供工作簿、CSV、网页、Word 文档或文本",
        en: """
          this is a picture (\(kind)), no numbers can be read from it; \
          supply a workbook, CSV, web page, Word document or text
          """)
    case .archive(let kind):
      Phrase(
        zh: "这是压缩包（\(kind)）；请先解压，再给出里面的文件",
        en: "this is an archive (\(kind)); unpack it and name the files in it")
    case .xml:
      Phrase(
        zh: "这是 XML 文件，不是统计表；请提供工作簿、CSV、网页、Word 文档或文本",
        en: "this is an XML file, no form; supply a workbook, CSV, web page, Word document or text")
    case .empty:
      Phrase(
        zh: "文件是空的（0 字节）；请重新下载或重新导出",
        en: "the file is empty (0 bytes); download or export it again")
    case .zeros:
      Phrase(
        zh: "文件里全是零字节，多半没有下载完；请重新下载",
        en:
          "the file holds nothing but zero bytes, most likely an unfinished download; fetch it again"
      )
    case .misnamed(.webPage):
      Phrase(
        zh: "名为工作簿，内容却是网页（HTML）；请改用 .html 扩展名，或用 Excel 或 WPS 打开后另存为 .xlsx",
        en: """
          it is named a workbook but holds a web page (HTML); name it .html, \
          or open it in Excel or WPS and save it as .xlsx
          """)
    case .misnamed(.text):
      Phrase(
        zh: "名为工作簿，内容却是文本；请改用 .csv 或 .txt 扩展名，或用 Excel 或 WPS 打开后另存为 .xlsx",
        en: """
          it is named a workbook but holds text; name it .csv or .txt, \
          or open it in Excel or WPS and save it as .xlsx
          """)
    default:
      Phrase(
        zh: "认不出这是什么文件，或文件已损坏；请提供工作簿、CSV、网页、Word 文档或文本",
        en: """
          it is no kind of file known here, or is damaged; \
          supply a workbook, CSV, web page, Word document or text
          """)
    }
  }
}
