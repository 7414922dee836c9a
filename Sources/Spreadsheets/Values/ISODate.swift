/// A date, a time of day or both in ISO 8601, as in cells of type `d`.
///
/// A time zone is ignored: sheets have none.
struct ISODate: Hashable, Sendable {
  /// The day; nil for a time of day alone.
  let date: CalendarDate?
  /// The time of day in milliseconds; nil for a date alone.
  let milliseconds: Int?

  /// Parses `bytes`; nil for anything else, and for days and times that do not exist.
  init?(_ bytes: some Sequence<UInt8>) {
    let text = Substring(decoding: Array(bytes), as: UTF8.self)
    guard let mark = text.firstIndex(of: "T") else {
      date = Self.date(text)
      milliseconds = date == nil ? Self.time(text) : nil
      guard date != nil || milliseconds != nil else { return nil }
      return
    }
    guard let time = Self.time(text[text.index(after: mark)...]) else { return nil }
    milliseconds = time
    date = mark == text.startIndex ? nil : Self.date(text[..<mark])
    guard date != nil || mark == text.startIndex else { return nil }
  }

  /// The normalized value: always with seconds, and with decimals only if they are not zero.
  var text: String {
    guard let date else { return DateSystem.clockText(ofMilliseconds: milliseconds ?? 0) }
    guard let milliseconds, milliseconds > 0 else { return date.text }
    return "\(date.text)T\(DateSystem.clockText(ofMilliseconds: milliseconds))"
  }

  private static func date(_ text: Substring) -> CalendarDate? {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, let year = digits(fields[0], 4), let month = digits(fields[1], 2),
      let day = digits(fields[2], 2)
    else { return nil }
    return CalendarDate(year: year, month: month, day: day)
  }

  private static func time(_ text: Substring) -> Int? {
    var rest = text
    if rest.last == "Z" {
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = rest[rest.index(after: sign)...].split(separator: ":")
      guard zone.count == 2, zone.allSatisfy({ digits($0, 2) != nil }) else { return nil }
      rest = rest[..<sign]
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard let clock = parts.first, parts.count <= 2 else { return nil }
    let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= fields.count else { return nil }
    var time = 0
    for (field, (bound, unit)) in zip(fields, [(23, 3_600_000), (59, 60_000), (59, 1000)]) {
      guard let value = digits(field, 2), value <= bound else { return nil }
      time += value * unit
    }
    guard parts.count == 2 else { return time }
    guard digits(parts[1], parts[1].utf8.count) != nil, let part = Double("0." + parts[1]) else {
      return nil
    }
    return min(time + Int((part * 1000).rounded()), 86_399_999)
  }

  private static func digits(_ text: Substring, _ count: Int) -> Int? {
    guard text.utf8.count == count, count > 0,
      text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(text.prefix(9))  // decimals may exceed an Int; only their form matters
  }
}
