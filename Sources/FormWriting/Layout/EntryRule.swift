package import Documents

/// A rule for values entered into cells, independent of any program.
package struct EntryRule: Hashable, Sendable {
  /// The kind of values.
  package enum Kind: Hashable, Sendable {
    /// A whole number of at least 0, or a mark.
    case count
    /// A whole number, or a mark.
    case signedCount
    /// A number of at least 0, or a mark; one with more decimals is highlighted, not rejected.
    case amount(decimals: Int?)
    /// A year.
    case year
    /// Any text; only a hint is shown.
    case text(hint: String)
  }

  /// The cells.
  package var ranges: [GridRange]
  /// The kind of values.
  package var kind: Kind

  /// Makes a rule.
  package init(_ ranges: [GridRange], _ kind: Kind) {
    self.ranges = ranges
    self.kind = kind
  }
}
