package import Documents

/// A style that cells have while a formula is true.
package struct Highlight: Hashable, Sendable {
  /// The meaning of the style.
  package enum Meaning: Hashable, Sendable {
    /// A relation is violated.
    case broken
    /// The value should be checked.
    case doubtful
    /// All checks pass.
    case passed
  }

  /// The cells.
  package var ranges: [GridRange]
  /// The formula without its `=`, relative to the upper left cell of the first range.
  package var formula: String
  /// The meaning of the style.
  package var meaning: Meaning

  /// Makes a highlight.
  package init(_ ranges: [GridRange], when formula: String, _ meaning: Meaning) {
    self.ranges = ranges
    self.formula = formula
    self.meaning = meaning
  }
}
