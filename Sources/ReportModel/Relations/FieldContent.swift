/// What the cell of a field holds in a submission, as far as it explains a breach.
package enum FieldContent: Sendable, Hashable {
  /// A formula.
  case formula
  /// Text in a workbook, which its formulas do not add up, even where it writes a number.
  case text
  /// Anything else, or nothing.
  case other
}
