/// The kind of a submission, by its bytes; its name decides only if bytes cannot.
package enum SubmissionKind: Hashable, Sendable {
  /// A workbook of SpreadsheetML: `.xlsx`, `.xlsm` and their templates.
  case workbook
  /// A document of WordprocessingML: `.docx`.
  case wordDocument
  /// Delimited text: `.csv`, `.tsv`.
  case delimitedText
  /// A web page.
  case webPage
  /// Plain text.
  case plainText
  /// JSON: a report, not a submission.
  case json
  /// A file that can be read only after an external converter has converted it, or not at all.
  case foreign(Foreign)

  /// The file name extensions of workbooks, which Excel opens by these alone.
  package static let workbookExtensions: Set<String> = ["xlsx", "xlsm", "xltx", "xltm"]

  /// A kind of file that is not read here.
  package enum Foreign: Hashable, Sendable {
    /// Excel 97–2003, or `.et` as saved by WPS.
    case legacyWorkbook
    /// A binary workbook of Excel 2007 and later: `.xlsb`.
    case binaryWorkbook
    /// An OpenDocument spreadsheet.
    case openDocumentSheet
    /// Word 97–2003, or `.wps` as saved by WPS.
    case legacyDocument
    /// An OpenDocument text.
    case openDocumentText
    /// A workbook in the XML format of Excel 2003.
    case spreadsheetML2003
    /// A PDF.
    case pdf
    /// A file with a password to open it.
    case encrypted
    /// A presentation.
    case presentation
    /// An RTF document.
    case richText
    /// A picture; its kind, such as `PNG`.
    case image(String)
    /// An archive of other files; its kind, such as `zip`.
    case archive(String)
    /// An XML document of an unknown kind.
    case xml
    /// An empty file.
    case empty
    /// Only zero bytes, as after an incomplete download.
    case zeros
    /// A file with a workbook's name and other content.
    case misnamed(Misnamed)
    /// An unknown kind.
    case unknown
  }

  /// The content of a file that is named `.xlsx`.
  package enum Misnamed: Hashable, Sendable {
    /// A web page.
    case webPage
    /// Text.
    case text
  }
}
