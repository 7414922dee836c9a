/// A link from a part, or from the package itself, to another part or to something outside.
///
/// Source: ECMA-376-2:2021, 6.5.
package struct Relationship: Sendable, Hashable {
  /// What the source's XML refers to it by, such as `rId1`.
  package let id: String
  /// What it is, as a URI.
  package let type: String
  /// Where it leads, as it is written.
  package let target: String
  /// Whether the target is outside the package; such targets are never opened.
  package let isExternal: Bool
  /// The part that the target means, whether the package has it or not; nil where it means none.
  package let part: PartName?

  /// The last step of ``type``, which is the same in the transitional and the strict namespace.
  ///
  /// For example `worksheet`, `sharedStrings`, `officeDocument` or `core-properties`.
  package var kind: Substring {
    type.lastIndex(of: "/").map { type[type.index(after: $0)...] } ?? type[...]
  }
}
