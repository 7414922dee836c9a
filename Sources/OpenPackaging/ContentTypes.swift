package import XMLStreams

/// The content types of parts, as declared in `[Content_Types].xml`.
///
/// Source: ECMA-376-2:2021, 7.2.3.
package struct ContentTypes: Sendable {
  private var defaults: [String: String] = [:]
  private var overrides: [PartName: String] = [:]

  static let namespace = "http://schemas.openxmlformats.org/package/2006/content-types"

  /// Makes an instance without content types.
  package init() {}

  /// Reads the content types from the root element; the first of several for one part applies.
  package init(_ root: XMLElement) {
    for element in root.children where element.name.namespace == Self.namespace {
      let type = element["ContentType"] ?? ""
      switch element.name.local {
      case "Default":
        let fileExtension = element["Extension"]?.lowercased() ?? ""
        defaults[fileExtension] = defaults[fileExtension] ?? type
      case "Override":
        guard let part = element["PartName"].flatMap({ PartName($0) }) else { continue }
        overrides[part] = overrides[part] ?? type
      default: continue
      }
    }
  }

  /// The content type of `part`, or nil if none is declared.
  package subscript(part: PartName) -> String? {
    overrides[part] ?? defaults[part.fileExtension]
  }
}
