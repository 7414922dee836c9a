/// The date system of a workbook: based on 1900, as in Lotus 1-2-3, or on 1904.
///
/// Source: ECMA-376-1:2016, 18.17.4.1.
public enum DateSystem: Hashable, Sendable {
  /// Day 1 is 1900-01-01, and day 60 is 1900-02-29, which did not exist.
  case from1900
  /// Day 0 is 1904-01-01.
  case from1904
  /// Day 0 is 1899-12-30, and 1900 has no leap day, as with `dateCompatibility="0"` in Excel's strict
  /// workbooks.
  case from1899

  /// The first serial number in the year 10,000, which is beyond all dates.
  private var end: Double {
    switch self {
    case .from1900, .from1899: 2_958_466
    case .from1904: 2_957_004
    }
  }

  /// The date or time of `serial` in `format`, in ISO 8601; nil if it is not a date.
  ///
  /// `2024-02-29`, with `T13:14:15` and up to three decimals if there is a time of day; `13:14:15` for a time
  /// of day alone; `PT36H30M` for an elapsed time. Nil if the format is not a date format, the number is
  /// negative, or the day did not exist.
  public func text(of serial: Double, format: NumberFormat) -> String? {
    guard serial >= 0, serial.isFinite else { return nil }
    switch format.kind(of: serial) {
    case .number, .text: return nil
    case .elapsed: return Self.durationText(ofDays: serial)
    case .time where serial < 1: return Self.timeText(ofDays: serial)
    case .date where serial < 1 && self == .from1900: return Self.timeText(ofDays: serial)
    case .date, .time: return dateText(of: serial)
    }
  }

  /// The date and time of day of `serial`, in ISO 8601, or nil if it is not a date.
  public func dateText(of serial: Double) -> String? {
    guard serial >= 0, serial < end else { return nil }
    var day = Int(serial)
    var time = Int(((serial - Double(day)) * Self.dayLength).rounded())
    if time >= Int(Self.dayLength) {
      // The fraction rounds up to midnight of the next day, unless that is out of range.
      if Double(day + 1) < end { (day, time) = (day + 1, 0) } else { time -= 1 }
    }
    guard let date = CalendarDate(serialDay: day, in: self) else { return nil }
    return time == 0 ? date.text : "\(date.text)T\(Self.clockText(ofMilliseconds: time))"
  }

  /// The serial number of a date, a time of day or both in ISO 8601; nil for other text.
  public func serial(ofText text: some StringProtocol) -> Double? {
    guard let value = ISODate(text.utf8) else { return nil }
    let day = value.date.map { Double($0.serialDay(in: self)) } ?? 0
    return day + Double(value.milliseconds ?? 0) / Self.dayLength
  }

  /// Milliseconds in a day.
  private static let dayLength = 86_400_000.0

  private static func timeText(ofDays days: Double) -> String {
    clockText(ofMilliseconds: min(Int((days * dayLength).rounded()), Int(dayLength) - 1))
  }

  static func clockText(ofMilliseconds time: Int) -> String {
    let seconds = time / 1000
    let clock = [seconds / 3600, seconds / 60 % 60, seconds % 60]
    return clock.map { padded($0, to: 2) }.joined(separator: ":") + fraction(time % 1000)
  }

  /// The duration in ISO 8601, without days: hours exceed 24, as in the formats.
  private static func durationText(ofDays days: Double) -> String? {
    let milliseconds = (days * dayLength).rounded()
    guard milliseconds < 9_007_199_254_740_992 else { return nil }
    let time = Int(milliseconds)
    let (hours, minutes, seconds) = (time / 3_600_000, time / 60_000 % 60, time / 1000 % 60)
    var text = "PT"
    if hours > 0 { text += "\(hours)H" }
    if minutes > 0 { text += "\(minutes)M" }
    if time % 60_000 > 0 || time == 0 { text += "\(seconds)\(fraction(time % 1000))S" }
    return text
  }

  /// The milliseconds as decimals of a second, without trailing zeros; empty for 0.
  private static func fraction(_ milliseconds: Int) -> String {
    guard milliseconds > 0 else { return "" }
    var digits = padded(milliseconds, to: 3)
    while digits.last == "0" { digits.removeLast() }
    return "." + digits
  }

  private static func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.utf8.count)) + digits
  }
}
