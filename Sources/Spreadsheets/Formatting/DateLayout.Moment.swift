extension DateLayout {
  /// The components of a serial number, rounded to the displayed fraction of a second.
  struct Moment {
    var year = 1900
    var month = 1
    var day = 0
    /// From 0 for Sunday, as in Excel, also for the days before March 1900.
    var weekday = 0
    var hour = 0
    var minute = 0
    var second = 0
    var subsecond = 0
    var allSeconds = 0

    var allHours: Int { allSeconds / 3600 }
    var allMinutes: Int { allSeconds / 60 }

    /// The components of `serial`; nil beyond the year 9999.
    init?(_ serial: Double, in system: DateSystem, decimals: Int) {
      guard serial < 2_958_466 else { return nil }
      let scale = [1, 10, 100, 1000][decimals]
      let units = Int((serial * 86_400 * Double(scale)).rounded())
      subsecond = units % scale
      allSeconds = units / scale
      let dayNumber = allSeconds / 86_400
      (hour, minute, second) = (allHours % 24, allMinutes % 60, allSeconds % 60)
      weekday = (dayNumber + (system == .from1904 ? 5 : 6)) % 7
      if let date = CalendarDate(serialDay: dayNumber, in: system) {
        guard date.year < 10_000 else { return nil }
        (year, month, day) = (date.year, date.month, date.day)
      } else if dayNumber == 60 {
        // 29 February 1900, which did not exist, but which Excel shows.
        (month, day) = (2, 29)
      }
    }
  }
}
