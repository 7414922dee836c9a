import Diagnostics
import Foundation
import Testing
import ZipFiles

/// Every message, whole and in both languages.
@Suite struct ZipErrorTests {
  @Test(
    "messages say what was found and what to do",
    arguments: [
      (
        .cannotOpen(SystemFault(code: ENOENT)), "无法打开：文件或文件夹不存在",
        "cannot be opened: no such file or folder"
      ),
      (
        .readFailed(SystemFault(code: EIO)), "读取失败：磁盘读写出错",
        "reading failed: the disk reports an error"
      ),
      (
        .writeFailed(SystemFault(code: ENOSPC)), "写入失败：磁盘已满",
        "writing failed: the disk is full"
      ),
      (
        .truncated, "文件不完整：压缩包末尾的目录缺失；请重新下载或重新导出",
        """
        the file is cut off: the directory at the archive's end is missing; \
        download or export it again
        """
      ),
      (
        .damagedDirectory, "压缩包的目录已损坏或自相矛盾；请用 Excel 或 WPS 打开后另存为 .xlsx",
        """
        the archive's directory is damaged or contradicts itself; \
        open the file in Excel or WPS and save it as .xlsx again
        """
      ),
      (
        .splitArchive, "这是分卷压缩包中的一卷；请先合并为一个文件",
        "this is one piece of a split archive; join the pieces first"
      ),
      (
        .noEntries, "压缩包里什么也没有；请重新导出工作簿",
        "the archive holds nothing; export the workbook again"
      ),
      (
        .tooLargeToEdit, "修改后的文件将超过 4 GiB 或 65535 个条目，无法保存",
        "the edited file would pass 4 GiB or 65,535 entries and cannot be saved"
      ),
      (
        .missingEntry("a.xml"), "压缩包中没有 a.xml", "the archive has no entry a.xml"
      ),
      (
        .encryptedEntry("a.xml"), "a.xml 已加密；请提供没有密码的文件",
        "a.xml is encrypted; supply the file without a password"
      ),
      (
        .unsupportedMethod("a.xml", method: 12),
        "a.xml 的压缩方法是 12，工作簿只能用 0（存储）或 8（Deflate）；请另存为 .xlsx",
        """
        a.xml is compressed by method 12, a workbook may use only 0 (stored) and 8 (deflated); \
        save it as .xlsx again
        """
      ),
      (
        .damagedEntry("a.xml"), "a.xml 的压缩数据已损坏；请重新下载或重新导出",
        "the compressed data of a.xml is damaged; download or export it again"
      ),
      (
        .wrongChecksum("a.xml"), "a.xml 的校验和（CRC-32）不符，文件已损坏；请重新下载或重新导出",
        """
        a.xml does not match its checksum (CRC-32), the file is damaged; \
        download or export it again
        """
      ),
      (
        .wrongSize("a.xml", declared: 60), "a.xml 的实际长度与目录所记的 60 字节不符，文件已损坏或被篡改",
        """
        a.xml is not 60 bytes long, as the directory says; \
        the file is damaged or was tampered with
        """
      ),
      (
        .duplicateName("a.xml", "A.xml"),
        "压缩包中有两个同名条目（a.xml 与 A.xml），无法确定应读哪一个",
        "two entries have one name (a.xml and A.xml); which one holds is uncertain"
      ),
      (
        .overlappingEntries("a", "b"),
        "条目 a 与 b 在压缩包中相互重叠；这样的文件不是由办公软件生成的",
        "the entries a and b overlap in the archive; no office program writes such a file"
      ),
      (
        .unsafeName("../a"), "条目名 ../a 指向压缩包之外；这样的文件不是由办公软件生成的",
        "the entry name ../a points outside the archive; no office program writes such a file"
      ),
      (
        .beyondLimit("a.xml", LimitExceeded(limit: .inflationRatio, bound: 250)),
        "a.xml 超出安全限制 inflation-ratio（上限 250）；确信文件无害时，可放宽此限制",
        """
        a.xml goes beyond the safety limit inflation-ratio (at most 250); \
        if you trust the file, raise this limit
        """
      ),
      (
        .beyondLimit(nil, LimitExceeded(limit: .archiveEntries, bound: 9)),
        "超出安全限制 archive-entries（上限 9）；确信文件无害时，可放宽此限制",
        """
        goes beyond the safety limit archive-entries (at most 9); \
        if you trust the file, raise this limit
        """
      ),
    ] as [(ZipError, String, String)])
  func messages(error: ZipError, zh: String, en: String) {
    #expect(error.phrase == Phrase(zh: zh, en: en))
  }

  @Test("a name of any length leaves the message one short line")
  func longName() {
    let error = ZipError.damagedEntry(String(repeating: "名", count: 20_000))
    #expect(error.phrase.zh.count < 160)
    #expect(error.phrase.zh.contains("名…"))
  }

  static let save = "open it in Excel or WPS and save it as .xlsx"

  @Test(
    "what is no archive is told by what it is",
    arguments: [
      (
        .empty, "文件是空的（0 字节）；请重新下载或重新导出", "the file is empty (0 bytes); download or export it again"
      ),
      (
        .zeros, "文件里全是零字节，多半是没有下载完；请重新下载",
        """
        the file holds nothing but zero bytes, most likely an unfinished download; \
        download it again
        """
      ),
      (
        .encryptedWorkbook, "工作簿设有打开密码；请在 Excel 或 WPS 中去掉密码后另存为 .xlsx",
        """
        the workbook is protected by a password; \
        take the password off in Excel or WPS and save it as .xlsx
        """
      ),
      (
        .legacyWorkbook, "这是旧版 Excel 工作簿（.xls），不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is an old Excel workbook (.xls), not .xlsx; \(save)"
      ),
      (
        .bareLegacyWorkbook, "这是旧版 Excel 工作簿（.xls），不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is an old Excel workbook (.xls), not .xlsx; \(save)"
      ),
      (
        .compoundFile, "这是旧版 Office 文件（或已损坏的 .xls），不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is an old Office file (or a damaged .xls), not .xlsx; \(save)"
      ),
      (
        .html, "这是网页（HTML），不是 .xlsx；请改用 .html 扩展名，或用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is a web page (HTML), not .xlsx; name it .html, or \(save)"
      ),
      (
        .spreadsheetML2003, "这是 XML 表格 2003 文件，不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is an XML Spreadsheet 2003 file, not .xlsx; \(save)"
      ),
      (
        .xml, "这是 XML 文件，不是 .xlsx；请用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is an XML file, not .xlsx; \(save)"
      ),
      (
        .delimitedText, "这是 CSV 文本，不是 .xlsx；请改用 .csv 扩展名，或用 Excel 或 WPS 打开后另存为 .xlsx",
        "this is CSV text, not .xlsx; name it .csv, or \(save)"
      ),
      (.text, "这是文本文件，不是 .xlsx；请提供工作簿", "this is a text file, not .xlsx; supply a workbook"),
      (.pdf, "这是 PDF，不是 .xlsx；请提供工作簿", "this is a PDF, not .xlsx; supply a workbook"),
      (
        .gzip, "这是 gzip 压缩文件，不是 .xlsx；请先解压",
        "this is a gzip file, not .xlsx; unpack it first"
      ),
      (
        .rar, "这是 RAR 压缩包，不是 .xlsx；请先解压",
        "this is a RAR archive, not .xlsx; unpack it first"
      ),
      (
        .sevenZip, "这是 7z 压缩包，不是 .xlsx；请先解压",
        "this is a 7z archive, not .xlsx; unpack it first"
      ),
      (
        .rtf, "这是 RTF 文档，不是 .xlsx；请提供工作簿",
        "this is an RTF document, not .xlsx; supply a workbook"
      ),
      (
        .image("PNG"), "这是图片（PNG），不是 .xlsx；请提供工作簿",
        "this is a picture (PNG), not .xlsx; supply a workbook"
      ),
      (
        .unknown, "这不是 .xlsx 工作簿（不是 zip 压缩包），或文件已损坏；请用 Excel 或 WPS 另存为 .xlsx",
        """
        this is no .xlsx workbook (no zip archive), or it is damaged; \
        save it as .xlsx in Excel or WPS
        """
      ),
    ] as [(ForeignFormat, String, String)])
  func foreignFormats(format: ForeignFormat, zh: String, en: String) {
    #expect(ZipError.notAnArchive(format).phrase == Phrase(zh: zh, en: en))
  }
}
