/// What a cell holds.
///
/// A date is a number with a date format (``NumberFormat/isDate``); ``DateSystem`` tells its text.
public enum CellValue: Hashable, Sendable {
  /// Nothing; with a formula: a formula whose result is not stored.
  case empty
  /// A number as it is stored, always finite.
  case number(Double)
  /// Text, rich text put together.
  case text(String)
  /// A truth value.
  case boolean(Bool)
  /// A spreadsheet error.
  case error(CellError)
  /// A date, a time of day or both, stored as ISO 8601 text (`t="d"`).
  ///
  /// Written as ``DateSystem/text(of:format:)`` writes them; ``DateSystem/serial(ofText:)`` gives the
  /// number.
  case dateText(String)
}
