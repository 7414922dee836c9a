package import Documents

/// A look that cells take while a formula is true.
package struct Highlight: Hashable, Sendable {
  /// What the look says.
  package enum Meaning: Hashable, Sendable {
    /// A relation is broken.
    case broken
    /// Something should be looked at.
    case doubtful
    /// All is well.
    case passed
  }

  /// The cells.
  package var ranges: [GridRange]
  /// The formula without its `=`, as it stands for the upper left cell of the first range.
  package var formula: String
  /// What the look says.
  package var meaning: Meaning

  /// Makes a highlight.
  package init(_ ranges: [GridRange], when formula: String, _ meaning: Meaning) {
    self.ranges = ranges
    self.formula = formula
    self.meaning = meaning
  }
}
