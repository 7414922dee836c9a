/// What a submission is, by its bytes; its name decides only where bytes cannot.
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
  /// Something that can be read only after another program has converted it, or not at all.
  case foreign(Foreign)

  /// A kind of file that is not read here.
  package enum Foreign: Hashable, Sendable {
    /// Excel 97–2003, or what WPS saves as `.et`.
    case legacyWorkbook
    /// A binary workbook of Excel 2007 and later: `.xlsb`.
    case binaryWorkbook
    /// An OpenDocument spreadsheet.
    case openDocumentSheet
    /// Word 97–2003, or what WPS saves as `.wps`.
    case legacyDocument
    /// An OpenDocument text.
    case openDocumentText
    /// A workbook in the XML form of Excel 2003.
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
    /// An XML document of no known kind.
    case xml
    /// No bytes at all.
    case empty
    /// Only zero bytes, as a download that never finished leaves.
    case zeros
    /// A workbook's name, and something else inside.
    case misnamed(Misnamed)
    /// Nothing known.
    case unknown
  }

  /// What stands in a file that is named `.xlsx`.
  package enum Misnamed: Hashable, Sendable {
    /// A web page.
    case webPage
    /// Text.
    case text
  }
}
