/// A link from a part, or from the package, to another part or to an external resource.
///
/// Source: ECMA-376-2:2021, 6.5.
package struct Relationship: Sendable, Hashable {
  /// The ID by which the source's XML refers to it, such as `rId1`.
  package let id: String
  /// The relationship type, a URI.
  package let type: String
  /// The target as written.
  package let target: String
  /// Whether the target is outside the package; such targets are never opened.
  package let isExternal: Bool
  /// The part that the target names, even if the package does not contain it; nil if it names none.
  package let part: PartName?

  /// The last segment of ``type``, which is the same in the transitional and the strict namespace.
  ///
  /// For example `worksheet`, `sharedStrings`, `officeDocument` or `core-properties`.
  package var kind: Substring {
    type.lastIndex(of: "/").map { type[type.index(after: $0)...] } ?? type[...]
  }
}
