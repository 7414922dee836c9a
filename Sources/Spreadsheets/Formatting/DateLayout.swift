/// The text of a date or time in a date section.
struct DateLayout {
  private let section: FormatSection
  private let decimals: Int
  private let hasHalves: Bool

  init(_ section: FormatSection) {
    self.section = section
    var decimals = 0
    var hasHalves = false
    for token in section.tokens {
      switch token {
      case .subsecond(let count): decimals = max(decimals, count)
      case .halfDay: hasHalves = true
      default: break
      }
    }
    self.decimals = decimals
    self.hasHalves = hasHalves
  }

  /// The fill that Excel shows for a number that is not a date.
  static let overflow = "########"

  /// The text of the serial number `serial` in `system`.
  func text(of serial: Double, in system: DateSystem) -> String {
    guard serial >= 0, let moment = Moment(serial, in: system, decimals: decimals) else {
      return Self.overflow
    }
    return section.tokens.map { text(of: $0, moment) }.joined()
  }

  private func text(of token: FormatToken, _ moment: Moment) -> String {
    let language = section.language
    switch token {
    case .year(let count):
      return yearDigits(count < 3 ? pad(moment.year % 100, 2) : pad(moment.year, 4))
    case .buddhistYear(let count):
      let year = moment.year + 543
      return yearDigits(count < 3 ? pad(year % 100, 2) : pad(year, 4))
    case .eraYear: return yearDigits(String(moment.year))
    case .era: return ""
    case .month(let count) where count < 3: return ranked(moment.month, count)
    case .month(let count): return language.month(moment.month, letters: min(count, 5))
    case .day(let count) where count < 3: return ranked(moment.day, count)
    case .day(let count): return language.day(moment.weekday, letters: count)
    case .weekday(let count): return language.shortDay(moment.weekday, letters: count)
    case .hour(let count):
      let hour = hasHalves ? (moment.hour + 11) % 12 + 1 : moment.hour
      return ranked(hour, min(count, 2))
    case .minute(let count): return ranked(moment.minute, min(count, 2))
    case .second(let count): return ranked(moment.second, min(count, 2))
    case .subsecond(let count):
      let digits = pad(moment.subsecond, decimals)
      return "." + section.numerals.digitwise(String(digits.prefix(count)))
    case .elapsedHours(let count): return section.numerals.digitwise(pad(moment.allHours, count))
    case .elapsedMinutes(let count):
      return section.numerals.digitwise(pad(moment.allMinutes, count))
    case .elapsedSeconds(let count):
      return section.numerals.digitwise(pad(moment.allSeconds, count))
    case .halfDay(let style): return language.halfDay(style, isMorning: moment.hour < 12)
    case .place(.hash): return "#"
    case .place(.question): return "?"
    default: return token.plainText
    }
  }

  private func yearDigits(_ digits: String) -> String { section.numerals.digitwise(digits) }

  private func ranked(_ value: Int, _ count: Int) -> String {
    switch section.numerals {
    case .arabic, .fullWidth: section.numerals.digitwise(pad(value, count))
    case .chinese, .formalChinese: section.numerals.datePart(String(value))
    }
  }

  private func pad(_ value: Int, _ count: Int) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
