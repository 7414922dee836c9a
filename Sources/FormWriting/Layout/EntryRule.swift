package import Documents

/// What may be typed into cells, whatever program they are opened in.
package struct EntryRule: Hashable, Sendable {
  /// What is asked for.
  package enum Kind: Hashable, Sendable {
    /// A whole number of at least 0, or a mark.
    case count
    /// A whole number, or a mark.
    case signedCount
    /// A number of at least 0, or a mark; beyond so many decimals it is highlighted, not refused.
    case amount(decimals: Int?)
    /// A year.
    case year
    /// Any text; only a hint is shown.
    case text(hint: String)
  }

  /// The cells.
  package var ranges: [GridRange]
  /// What is asked for.
  package var kind: Kind

  /// Makes a rule.
  package init(_ ranges: [GridRange], _ kind: Kind) {
    self.ranges = ranges
    self.kind = kind
  }
}
