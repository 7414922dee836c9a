import OpenPackaging

/// The custom properties of a workbook, for adding and changing some.
///
/// Source: ECMA-376-1:2016, 22.3.
struct CustomPropertiesEdit {
  private var part: EditablePart

  init(_ part: EditablePart) throws {
    self.part = part
    guard part.isNamed("Properties") else {
      throw WorkbookEditorError(.unusualMarkup, part: part.name.path)
    }
  }

  /// Sets `properties`, replacing those with the same name (case-insensitive).
  mutating func set(_ properties: [CustomProperty]) throws {
    let scanner = MarkupScanner(part.bytes)
    let entries = part.children.filter { $0.name == "property" }
    var identifier = entries.compactMap { scanner.number("pid", of: $0.tag) }.max() ?? 1
    for property in properties {
      let value = try Self.value(of: property)
      let same = entries.first {
        scanner.value("name", of: $0.tag)?.lowercased() == property.name.lowercased()
      }
      if let same, same.tag.kind == .start {
        part.splices.replace(same.content, with: value)
        continue
      }
      identifier += 1
      let tag =
        part.open("property") + " fmtid=\"{D5CDD505-2E9C-101B-9397-08002B2CF9AE}\""
        + " pid=\"\(identifier)\" name=\""
      part.append(
        Array(tag.utf8) + MarkupText.escapedForAttribute(property.name) + Array("\">".utf8)
          + value + Array(part.close("property").utf8))
    }
  }

  /// The part with all changes.
  var bytes: [UInt8] { part.edited }

  /// The element of a value, which declares its own namespace.
  private static func value(of property: CustomProperty) throws -> [UInt8] {
    let (type, text): (String, String) =
      switch property.value {
      case .text(let text): ("lpwstr", CellText.encoded(text))
      case .whole(let value): ("i4", String(value))
      case .number(let value): ("r8", NumberText.text(of: value))
      case .boolean(let value): ("bool", value ? "true" : "false")
      }
    return Array("<vt:\(type) xmlns:vt=\"\(OfficeNamespace.variantTypes)\">".utf8)
      + MarkupText.escaped(text) + Array("</vt:\(type)>".utf8)
  }
}
