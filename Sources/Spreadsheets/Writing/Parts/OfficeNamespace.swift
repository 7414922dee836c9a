/// The namespaces, content types and relationship types of written parts.
///
/// Source: ECMA-376-1:2016, 12 (SpreadsheetML), 15 (shared); ECMA-376-2:2016, annex F.
enum OfficeNamespace {
  static let spreadsheet = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let packageRelationships = "http://schemas.openxmlformats.org/package/2006/relationships"
  static let contentTypes = "http://schemas.openxmlformats.org/package/2006/content-types"
  static let coreProperties =
    "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
  static let extendedProperties =
    "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
  static let customProperties =
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
  static let variantTypes = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
  static let spreadsheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml."
  static let coreType = "application/vnd.openxmlformats-package.core-properties+xml"
  static let extendedType =
    "application/vnd.openxmlformats-officedocument.extended-properties+xml"
  static let customType = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
  static let relationshipsType = "application/vnd.openxmlformats-package.relationships+xml"
}
