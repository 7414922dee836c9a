/// A label in the form in which labels are compared, independent of how it was typed.
///
/// Radicals and compatibility, traditional and full-width characters are replaced by the form's own; white
/// space, line breaks, punctuation and a leading ordinal are removed; text in brackets is separate.
package struct LabelText: Hashable, Sendable {
  /// The text outside brackets, as UTF-16.
  package var core: [UInt16]
  /// The text inside brackets, as UTF-16.
  package var remark: [UInt16]
  /// The leading ordinal, such as 3 for `（三）` and `3.`, or nil.
  package var ordinal: Int?
  /// The text behind an ordinal in the middle, as where the end of a group's name precedes a label.
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

  /// The text followed by the text in brackets.
  var whole: [UInt16] { remark.isEmpty ? core : core + remark }

  /// Whether both are equal with the text in brackets.
  func isWhole(_ other: LabelText) -> Bool {
    guard core.count + remark.count == other.core.count + other.remark.count else { return false }
    return remark.count == other.remark.count
      ? core == other.core && remark == other.remark : whole == other.whole
  }
}
