package import Diagnostics

/// Something to be said about how a cell was read.
package enum ValueRemark: Hashable, Sendable {
  /// The cell says more than its number, such as a unit or a remark.
  case beside(text: String, number: String)
  /// The cell says of its number that it is another, or is none any more.
  case doubtful(text: String, number: String)
  /// The number is written with full-width characters.
  case fullWidth(text: String, number: String)
  /// The number is written in Chinese numerals or with a word for its sign.
  case words(text: String, number: String)
  /// The number was converted into the form's unit; what states its own, unless the text itself does.
  case converted(text: String, statedBy: String?, number: String, unit: String)
  /// The cell holds no readable number.
  case unreadable(text: String)
  /// The cell holds more than one number.
  case severalNumbers(text: String)
  /// The cell counts in a unit that the field cannot have.
  case wrongUnit(text: String, unit: String)
  /// What is stated about the number's unit contradicts itself.
  case contradictingUnits(text: String, units: [String])
  /// The number format shows another number than the one that is stored and was read.
  case shownOtherwise(stored: String, shown: String)
  /// The cell holds a date, a truth value or a spreadsheet error.
  case wrongKind(text: String)
  /// The formula has no stored result and could not be worked out.
  case notEvaluated(formula: String, reason: Phrase)
  /// The formula could not be worked out, so that its stored result was read as it is.
  case unchecked(formula: String, stored: String, reason: Phrase)
  /// The cell has a superscript or another mark beside its number.
  case mark(text: String, number: String)
  /// The cell has something struck out beside its number.
  case corrected(text: String, number: String)
  /// All that the cell holds is struck out.
  case struckOut(text: String)
  /// All that the cell shows is a superscript or a subscript.
  case onlyMark(text: String)
  /// The cell holds something that is not shown, and shows nothing.
  case hidden(text: String)
  /// It is not certain how the cell's text is shown.
  case unclear(text: String)
  /// The cell is in the file more than once, with different values.
  case rivals([String])
  /// The number is shown in another order than it is written in.
  case reversed(number: String)
  /// The stored result is not what the formula gives now.
  case stale(stored: String, fresh: String)
}
