/// Dates and times as ISO 8601 writes them, for cells of type `d`.
enum ISODate {
  /// Whether `bytes` are a date, a time of day, or both with a `T` between; a zone may follow.
  static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let text = Substring(decoding: bytes, as: UTF8.self)
    guard let mark = text.firstIndex(of: "T") else { return isDate(text) || isTime(text) }
    let date = text[..<mark]
    return (date.isEmpty || isDate(date)) && isTime(text[text.index(after: mark)...])
  }

  private static func isDate(_ text: Substring) -> Bool {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard fields.count == 3, let year = digits(fields[0], 4), let month = digits(fields[1], 2),
      let day = digits(fields[2], 2), 1...12 ~= month
    else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return 1...lengths[month - 1] ~= day
  }

  private static func isTime(_ text: Substring) -> Bool {
    var rest = text
    if rest.last == "Z" {
      rest.removeLast()
    } else if let sign = rest.lastIndex(where: { $0 == "+" || $0 == "-" }) {
      let zone = rest[rest.index(after: sign)...].split(separator: ":")
      guard zone.count == 2, zone.allSatisfy({ digits($0, 2) != nil }) else { return false }
      rest = rest[..<sign]
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard let clock = parts.first, parts.count <= 2 else { return false }
    if parts.count == 2, digits(parts[1], parts[1].count) == nil { return false }
    let fields = clock.split(separator: ":", omittingEmptySubsequences: false)
    guard 2...3 ~= fields.count else { return false }
    return zip(fields, [24, 59, 60]).allSatisfy { field, bound in
      digits(field, 2).map { $0 <= bound } ?? false
    }
  }

  private static func digits(_ text: Substring, _ count: Int) -> Int? {
    guard text.utf8.count == count, count > 0, count <= 18,
      text.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
    else { return nil }
    return Int(text)
  }
}
