import Diagnostics
import Documents
import Testing

/// A file that cannot be read is told by what it is, with what to do.
struct UnreadableKindTests {
  static let phrases: [(SubmissionKind.Foreign, zh: String, en: String)] = [
    (
      .legacyWorkbook,
      "这是旧版工作簿（.xls 或 .et）；请用 Excel 或 WPS 另存为 .xlsx，或加 --allow-converters（需装有 soffice）",
      "this is an old workbook (.xls or .et); save it as .xlsx in Excel or WPS, "
        + "or give --allow-converters (needs soffice)"
    ),
    (
      .binaryWorkbook,
      "这是二进制工作簿（.xlsb）；请用 Excel 或 WPS 另存为 .xlsx，或加 --allow-converters（需装有 soffice）",
      "this is a binary workbook (.xlsb); save it as .xlsx in Excel or WPS, "
        + "or give --allow-converters (needs soffice)"
    ),
    (
      .openDocumentSheet,
      "这是 OpenDocument 表格（.ods）；请另存为 .xlsx，或加 --allow-converters（需装有 soffice）",
      "this is an OpenDocument spreadsheet (.ods); save it as .xlsx, "
        + "or give --allow-converters (needs soffice)"
    ),
    (
      .spreadsheetML2003,
      "这是 XML 表格 2003；请用 Excel 或 WPS 另存为 .xlsx，或加 --allow-converters（需装有 soffice）",
      "this is an XML Spreadsheet 2003; save it as .xlsx in Excel or WPS, "
        + "or give --allow-converters (needs soffice)"
    ),
    (
      .legacyDocument,
      "这是旧版文档（.doc 或 .wps）；请用 Word 或 WPS 另存为 .docx，或加 --allow-converters（需装有 soffice）",
      "this is an old document (.doc or .wps); save it as .docx in Word or WPS, "
        + "or give --allow-converters (needs soffice)"
    ),
    (
      .openDocumentText,
      "这是 OpenDocument 文档（.odt）；请另存为 .docx，或加 --allow-converters（需装有 soffice）",
      "this is an OpenDocument text (.odt); save it as .docx, "
        + "or give --allow-converters (needs soffice)"
    ),
    (
      .richText, "这是 RTF 文档；请另存为 .docx，或加 --allow-converters（需装有 soffice）",
      "this is an RTF document; save it as .docx, or give --allow-converters (needs soffice)"
    ),
    (
      .pdf, "这是 PDF；请用 pdftotext -layout 转成 .txt，或加 --allow-converters（需装有 pdftotext）",
      "this is a PDF; make a .txt of it with pdftotext -layout, "
        + "or give --allow-converters (needs pdftotext)"
    ),
    (
      .encrypted, "文件设有打开密码；请在 Excel 或 WPS 中去掉密码后另存为 .xlsx",
      "the file is protected by a password; take it off in Excel or WPS and save as .xlsx"
    ),
    (
      .presentation, "这是演示文稿，不是统计表；请提供工作簿、CSV、网页、Word 文档或文本",
      "this is a presentation, no form; supply a workbook, CSV, web page, Word document or text"
    ),
    (
      .image("PNG"), "这是图片（PNG），读不出数字；请提供工作簿、CSV、网页、Word 文档或文本",
      "this is a picture (PNG), no numbers can be read from it; "
        + "supply a workbook, CSV, web page, Word document or text"
    ),
    (
      .archive("zip"), "这是压缩包（zip）；请先解压，再给出里面的文件",
      "this is an archive (zip); unpack it and name the files in it"
    ),
    (
      .xml, "这是 XML 文件，不是统计表；请提供工作簿、CSV、网页、Word 文档或文本",
      "this is an XML file, no form; supply a workbook, CSV, web page, Word document or text"
    ),
    (
      .empty, "文件是空的（0 字节）；请重新下载或重新导出",
      "the file is empty (0 bytes); download or export it again"
    ),
    (
      .zeros, "文件里全是零字节，多半没有下载完；请重新下载",
      "the file holds nothing but zero bytes, most likely an unfinished download; fetch it again"
    ),
    (
      .misnamed(.webPage), "名为工作簿，内容却是网页（HTML）；请改用 .html 扩展名，或用 Excel 或 WPS 打开后另存为 .xlsx",
      "it is named a workbook but holds a web page (HTML); name it .html, "
        + "or open it in Excel or WPS and save it as .xlsx"
    ),
    (
      .misnamed(.text), "名为工作簿，内容却是文本；请改用 .csv 或 .txt 扩展名，或用 Excel 或 WPS 打开后另存为 .xlsx",
      "it is named a workbook but holds text; name it .csv or .txt, "
        + "or open it in Excel or WPS and save it as .xlsx"
    ),
    (
      .unknown, "认不出这是什么文件，或文件已损坏；请提供工作簿、CSV、网页、Word 文档或文本",
      "it is no kind of file known here, or is damaged; "
        + "supply a workbook, CSV, web page, Word document or text"
    ),
  ]

  @Test("says what it is and what to do", arguments: phrases)
  func says(kind: SubmissionKind.Foreign, zh: String, en: String) {
    #expect(SubmissionError.unreadable(kind).phrase == Phrase(zh: zh, en: en))
  }

  @Test("JSON is a report and no submission")
  func refusesJSON() throws {
    let error = #expect(throws: SubmissionError.self) {
      try SubmissionReader().read(Input(name: "a.json", bytes: Array("{}".utf8)))
    }
    #expect(
      error?.phrase
        == Phrase(
          zh: "这是 JSON，不是报来的文件；这里要工作簿、CSV、网页、Word 文档或文本",
          en:
            "this is JSON, no submission; a workbook, CSV, web page, Word document or text is wanted"
        ))
  }
}
