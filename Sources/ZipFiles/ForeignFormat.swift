/// The format of a file that is not a zip archive, judged by its bytes.
package enum ForeignFormat: Hashable, Sendable {
  /// No bytes at all.
  case empty
  /// A workbook with a password to open it: a compound file with an `EncryptedPackage` stream.
  case encryptedWorkbook
  /// An Excel 97–2003 (or 5.0) workbook: a compound file with a `Workbook` or `Book` stream.
  case legacyWorkbook
  /// A compound file with other content, or whose directory cannot be read.
  case compoundFile
  /// A bare BIFF stream, the format of Excel 2 to 4.
  case bareLegacyWorkbook
  /// An HTML page, which many web systems name `.xls`.
  case html
  /// A workbook in the XML form of Excel 2003.
  case spreadsheetML2003
  /// Another XML document.
  case xml
  /// A PDF.
  case pdf
  /// A gzip stream.
  case gzip
  /// A RAR archive.
  case rar
  /// A 7z archive.
  case sevenZip
  /// An RTF document.
  case rtf
  /// A picture; its kind, such as `PNG`.
  case image(String)
  /// Text with delimiters in it: CSV or TSV.
  case delimitedText
  /// Other text.
  case text
  /// Only zero bytes, as an unfinished download leaves them.
  case zeros
  /// An unknown format.
  case unknown
}
