package import XMLStreams

/// What each part holds, as the stream `[Content_Types].xml` tells.
///
/// Source: ECMA-376-2:2021, 7.2.3.
package struct ContentTypes: Sendable {
  private var defaults: [String: String] = [:]
  private var overrides: [PartName: String] = [:]

  static let namespace = "http://schemas.openxmlformats.org/package/2006/content-types"

  /// Tells nothing about any part.
  package init() {}

  /// Takes the types out of the root element of their stream; of several for one part the first holds.
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

  /// The content type of `part`, or nil where nothing tells one.
  package subscript(part: PartName) -> String? {
    overrides[part] ?? defaults[part.fileExtension]
  }
}
