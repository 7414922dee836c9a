/// The kind of a package, by the content type of its main part.
package enum PackageKind: Sendable, Hashable {
  /// A SpreadsheetML workbook or template, with or without macros.
  case workbook
  /// A workbook in the binary form, `.xlsb`.
  case binaryWorkbook
  /// A WordprocessingML document or template.
  case document
  /// A PresentationML presentation.
  case presentation
  /// An unknown kind.
  case unknown

  /// Makes the kind for a main part's content type; parameters and case are ignored.
  init(contentType: String) {
    let type = contentType.lowercased()
    if type.contains("ms-excel.sheet.binary") {
      self = .binaryWorkbook
    } else if type.contains("spreadsheetml") || type.contains("vnd.ms-excel") {
      self = .workbook
    } else if type.contains("wordprocessingml") || type.contains("vnd.ms-word") {
      self = .document
    } else if type.contains("presentationml") || type.contains("vnd.ms-powerpoint") {
      self = .presentation
    } else {
      self = .unknown
    }
  }
}
