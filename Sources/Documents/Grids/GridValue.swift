/// The value of a cell of a grid, independent of any form.
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
  /// A formula without a cached value that could not be calculated.
  case notEvaluated
}
