/// What a cell of a grid holds, before any form gives it a meaning.
package enum GridValue: Hashable, Sendable {
  /// A number as a workbook stores it.
  case number(Double)
  /// Text; every cell of a CSV, HTML, Word or text submission is one.
  case text(String)
  /// A truth value.
  case boolean(Bool)
  /// A spreadsheet error such as `#DIV/0!`.
  case error(String)
  /// A date in ISO 8601, with the stored number.
  case date(String, serial: Double)
  /// A formula without a stored value that could not be worked out here.
  case notEvaluated
}
