import XMLStreams

/// The namespaces of SpreadsheetML, transitional and strict.
///
/// Source: ISO/IEC 29500-1:2016 and 29500-4:2016, annex A.
enum SpreadsheetNamespaces {
  static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
  static let transitionalRelationships =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let strictRelationships = "http://purl.oclc.org/ooxml/officeDocument/relationships"

  /// Whether `namespace` is the main namespace of SpreadsheetML.
  static func isMain(_ namespace: XMLSlice) -> Bool {
    namespace == "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
      || namespace == "http://purl.oclc.org/ooxml/spreadsheetml/main"
  }

  /// Whether `namespace` is the one of markup compatibility (ISO/IEC 29500-3).
  static func isCompatibility(_ namespace: XMLSlice) -> Bool {
    namespace == "http://schemas.openxmlformats.org/markup-compatibility/2006"
  }
}
