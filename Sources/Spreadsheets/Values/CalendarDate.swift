/// A day of the Gregorian calendar.
struct CalendarDate: Hashable, Sendable {
  var year: Int
  var month: Int
  var day: Int

  /// The day with the serial number `serial` in `system`; nil for 0 and 60 from 1900, which are not real
  /// days.
  init?(serialDay serial: Int, in system: DateSystem) {
    switch system {
    case .from1904: self.init(daysSince1970: serial - 24_107)
    case .from1899: self.init(daysSince1970: serial - 25_569)
    case .from1900:
      guard serial != 0, serial != 60 else { return nil }
      self.init(daysSince1970: serial - (serial < 60 ? 25_568 : 25_569))
    }
  }

  /// The day `days` after 1970-01-01, calculated in eras of 400 years that begin in March.
  private init(daysSince1970 days: Int) {
    let fromMarch = days + 719_468
    let era = fromMarch / 146_097
    let dayOfEra = fromMarch % 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthFromMarch = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * monthFromMarch + 2) / 5 + 1
    month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The day of that year and month; nil if it does not exist.
  init?(year: Int, month: Int, day: Int) {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard 1...12 ~= month, 1...lengths[month - 1] ~= day else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The number of days since 1970-01-01, calculated in years that begin in March.
  private var daysSince1970: Int {
    let (marchYear, marchMonth) = month > 2 ? (year, month - 3) : (year - 1, month + 9)
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let leapDays = marchYear / 4 - marchYear / 100 + marchYear / 400
    return 365 * marchYear + leapDays + dayOfYear - 719_468
  }

  /// The serial number of the day in `system`; negative for days before its first.
  func serialDay(in system: DateSystem) -> Int {
    switch system {
    case .from1899: daysSince1970 + 25_569
    case .from1904: daysSince1970 + 24_107
    case .from1900: daysSince1970 + (daysSince1970 < -25_508 ? 25_568 : 25_569)
    }
  }

  /// The date in ISO 8601.
  var text: String {
    let digits = String(year * 10_000 + month * 100 + day)
    let padded = String(repeating: "0", count: max(0, 8 - digits.utf8.count)) + digits
    let bytes = Array(padded.utf8)
    return [bytes[..<4], bytes[4..<6], bytes[6...]]
      .map { String(decoding: $0, as: UTF8.self) }.joined(separator: "-")
  }
}
