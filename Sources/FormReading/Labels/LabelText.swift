/// A label as it is compared: what its author meant, without the accidents of how it was typed.
///
/// Radicals, compatibility, traditional and full-width characters stand for the form's own; white space,
/// line breaks, punctuation and an ordinal in front are gone; what stands in brackets is apart.
package struct LabelText: Hashable, Sendable {
  /// The text outside brackets, as UTF-16.
  package var core: [UInt16]
  /// The text inside brackets, as UTF-16.
  package var remark: [UInt16]
  /// The ordinal in front, such as 3 for `（三）` and `3.`, or nil.
  package var ordinal: Int?
  /// What stands behind an ordinal in the middle, as where the end of a group's name was left in front of a
  /// label.
  private(set) var inner: [UInt16]?

  /// Makes a label out of its text.
  ///
  /// - Complexity: O(*n*) in the text's length.
  package init(_ text: String) {
    let folded = LabelFolding.fold(text)
    var reader = LabelParts(folded)
    reader.read()
    (core, remark, ordinal) = (reader.core, reader.remark, reader.ordinal)
    inner = reader.inner.map { Array(reader.core[$0...]) }
    if core.isEmpty { (core, remark) = (remark, []) }
  }

  /// Whether nothing is left to compare.
  package var isEmpty: Bool { core.isEmpty }

  /// The text with what stood in brackets at its end.
  var whole: [UInt16] { remark.isEmpty ? core : core + remark }

  /// Whether both are the same with what stood in brackets.
  func isWhole(_ other: LabelText) -> Bool {
    guard core.count + remark.count == other.core.count + other.remark.count else { return false }
    return remark.count == other.remark.count
      ? core == other.core && remark == other.remark : whole == other.whole
  }
}
