/// A piece of a number format's section.
///
/// Source: ECMA-376-1:2016, 18.8.31 `numFmts`.
enum FormatToken: Hashable {
  /// A place for a digit.
  enum Place: Hashable {
    /// `0`: a digit, or a zero.
    case zero
    /// `#`: a digit, or nothing.
    case hash
    /// `?`: a digit, or a blank.
    case question
  }

  /// How the half of a day is written.
  enum HalfDay: Hashable {
    /// `AM/PM`.
    case english
    /// `A/P`; both letters are as large as the first.
    case letters(isLarge: Bool)
    /// `上午/下午`.
    case chinese
  }

  /// Text that stands as it is.
  case literal(String)
  /// A place for a digit.
  case place(Place)
  /// A digit from 1 to 9: a denominator, otherwise text.
  case digit(UInt8)
  /// The decimal point.
  case point
  /// A comma: groups digits, or divides by a thousand.
  case comma
  /// A percent sign.
  case percent
  /// A slash: a fraction, otherwise text.
  case slash
  /// The exponent's mark; whether a plus is written.
  case exponent(showsPlus: Bool)
  /// `@`: the text.
  case text
  /// `General`.
  case general
  /// The year, with so many letters.
  case year(Int)
  /// The year of the Buddhist era.
  case buddhistYear(Int)
  /// The year of an emperor's reign, which without one is the common year.
  case eraYear
  /// The name of the era, which the common one does not have.
  case era
  /// The month, with so many letters.
  case month(Int)
  /// The day of the month, or from three letters on that of the week.
  case day(Int)
  /// The day of the week in an East Asian language.
  case weekday(Int)
  /// The hour.
  case hour(Int)
  /// The minute.
  case minute(Int)
  /// The second.
  case second(Int)
  /// Decimals of a second, with their point.
  case subsecond(Int)
  /// All hours of an elapsed time.
  case elapsedHours(Int)
  /// All minutes of an elapsed time.
  case elapsedMinutes(Int)
  /// All seconds of an elapsed time.
  case elapsedSeconds(Int)
  /// The half of the day.
  case halfDay(HalfDay)

  /// Whether it makes its section one of dates.
  var isDate: Bool {
    switch self {
    case .literal, .place, .digit, .point, .comma, .percent, .slash, .exponent, .text, .general:
      false
    case .year, .buddhistYear, .eraYear, .era, .month, .day, .weekday, .hour, .minute, .second,
      .subsecond, .elapsedHours, .elapsedMinutes, .elapsedSeconds, .halfDay:
      true
    }
  }

  /// Whether it is a place for a digit.
  var isPlace: Bool {
    if case .place = self { return true }
    return false
  }

  /// Whether it is a place or a digit.
  var isDigit: Bool {
    switch self {
    case .place, .digit: true
    default: false
    }
  }

  /// What stands for it where it has no other meaning.
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
