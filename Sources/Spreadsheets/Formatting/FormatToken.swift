/// A token of a number format section.
///
/// Source: ECMA-376-1:2016, 18.8.31 `numFmts`.
enum FormatToken: Hashable {
  /// A digit placeholder.
  enum Place: Hashable {
    /// `0`: a digit, or a zero.
    case zero
    /// `#`: a digit, or nothing.
    case hash
    /// `?`: a digit, or a space.
    case question
  }

  /// The form of the half of a day.
  enum HalfDay: Hashable {
    /// `AM/PM`.
    case english
    /// `A/P`; both letters have the case of the first.
    case letters(isLarge: Bool)
    /// `上午/下午`.
    case chinese
  }

  /// Literal text.
  case literal(String)
  /// A digit placeholder.
  case place(Place)
  /// A digit from 1 to 9: part of a denominator, otherwise text.
  case digit(UInt8)
  /// The decimal point.
  case point
  /// A comma: groups digits, or divides by 1000.
  case comma
  /// A percent sign.
  case percent
  /// A slash: a fraction, otherwise text.
  case slash
  /// The exponent mark, and whether a plus sign is shown.
  case exponent(showsPlus: Bool)
  /// `@`: the text.
  case text
  /// `General`.
  case general
  /// The year, with its number of letters.
  case year(Int)
  /// The year of the Buddhist era.
  case buddhistYear(Int)
  /// The year of an era; without an era the calendar year.
  case eraYear
  /// The name of the era; empty without an era.
  case era
  /// The month, with its number of letters.
  case month(Int)
  /// The day of the month, or with three or more letters, the weekday.
  case day(Int)
  /// The weekday in an East Asian language.
  case weekday(Int)
  /// The hour.
  case hour(Int)
  /// The minute.
  case minute(Int)
  /// The second.
  case second(Int)
  /// Decimals of a second, with the point.
  case subsecond(Int)
  /// The total hours of an elapsed time.
  case elapsedHours(Int)
  /// The total minutes of an elapsed time.
  case elapsedMinutes(Int)
  /// The total seconds of an elapsed time.
  case elapsedSeconds(Int)
  /// The half of the day.
  case halfDay(HalfDay)

  /// Whether it makes its section a date section.
  var isDate: Bool {
    switch self {
    case .literal, .place, .digit, .point, .comma, .percent, .slash, .exponent, .text, .general:
      false
    case .year, .buddhistYear, .eraYear, .era, .month, .day, .weekday, .hour, .minute, .second,
      .subsecond, .elapsedHours, .elapsedMinutes, .elapsedSeconds, .halfDay:
      true
    }
  }

  /// Whether it is a digit placeholder.
  var isPlace: Bool {
    if case .place = self { return true }
    return false
  }

  /// Whether it is a digit placeholder or a digit.
  var isDigit: Bool {
    switch self {
    case .place, .digit: true
    default: false
    }
  }

  /// Its text where it has no special meaning.
  var plainText: String {
    switch self {
    case .literal(let text): text
    case .place(.zero): "0"
    case .place(.hash), .place(.question): ""
    case .digit(let digit): String(digit)
    case .point: "."
    case .comma: ","
    case .percent: "%"
    case .slash: "/"
    default: ""
    }
  }
}
