package import Diagnostics

/// A remark on how a cell was read.
package enum ValueRemark: Hashable, Sendable {
  /// The cell contains text beside its number, such as a unit or a remark.
  case beside(text: String, number: String)
  /// A remark in the cell replaces the number or makes it invalid.
  case doubtful(text: String, number: String)
  /// The number is written with full-width characters.
  case fullWidth(text: String, number: String)
  /// The number is written in Chinese numerals or with a word for its sign.
  case words(text: String, number: String)
  /// The number was converted into the form's unit; `statedBy` states its own unit, unless the text itself
  /// does.
  case converted(text: String, statedBy: String?, number: String, unit: String)
  /// The cell holds no readable number.
  case unreadable(text: String)
  /// The cell holds more than one number.
  case severalNumbers(text: String)
  /// The number has a unit that the field cannot have.
  case wrongUnit(text: String, unit: String)
  /// The statements of the number's unit contradict each other.
  case contradictingUnits(text: String, units: [String])
  /// The number format displays another number than the stored one, which was read.
  case shownOtherwise(stored: String, shown: String)
  /// The cell holds a date, a truth value or a spreadsheet error.
  case wrongKind(text: String)
  /// The formula has no cached value and could not be calculated.
  case notEvaluated(formula: String, reason: Phrase)
  /// The formula could not be calculated, so its cached value was read unchecked.
  case unchecked(formula: String, stored: String, reason: Phrase)
  /// The cell has a superscript or another mark beside its number.
  case mark(text: String, number: String)
  /// The cell has struck-out text beside its number.
  case corrected(text: String, number: String)
  /// The whole content of the cell is struck out.
  case struckOut(text: String)
  /// The cell displays only a superscript or a subscript.
  case onlyMark(text: String)
  /// The cell displays nothing, but has content.
  case hidden(text: String)
  /// It is uncertain how the cell's text is displayed.
  case unclear(text: String)
  /// The cell is in the file more than once, with different values.
  case rivals([String])
  /// The number is displayed in another order than it is written.
  case reversed(number: String)
  /// The cached value differs from what the formula returns now.
  case stale(stored: String, fresh: String)
}
