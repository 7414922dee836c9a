/// The value of a cell.
///
/// A date is a number with a date format (``NumberFormat/isDate``); ``DateSystem`` converts it to text.
public enum CellValue: Hashable, Sendable {
  /// No value; with a formula, no cached value.
  case empty
  /// A number as stored, always finite.
  case number(Double)
  /// Text; rich text is joined.
  case text(String)
  /// A truth value.
  case boolean(Bool)
  /// An error.
  case error(CellError)
  /// A date, a time of day or both, stored as ISO 8601 text (`t="d"`).
  ///
  /// The form is that of ``DateSystem/text(of:format:)``; ``DateSystem/serial(ofText:)`` returns the number.
  case dateText(String)
}
