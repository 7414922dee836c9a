/// The content of a field's cell in a submission, as far as it explains a violation.
package enum FieldContent: Sendable, Hashable {
  /// A formula.
  case formula
  /// Text in a workbook, which its formulas do not add up, even if it is a number.
  case text
  /// Anything else, or nothing.
  case other
}
