/// The language of month and day names in a format.
///
/// Source: the names of CLDR 45 and of Windows' locales, by language identifier ([MS-LCID]).
enum FormatLanguage: Hashable {
  case english, chinese, traditionalChinese, japanese

  /// The language with a Windows identifier; English for all others.
  init(identifier: UInt32) {
    switch identifier & 0xFFFF {
    case 0x0004, 0x0804, 0x1004, 0x7804: self = .chinese
    case 0x0404, 0x0C04, 0x1404, 0x7C04: self = .traditionalChinese
    case 0x0011, 0x0411: self = .japanese
    default: self = .english
    }
  }

  /// The language of a tag such as `zh-CN` (BCP 47), or of a hexadecimal identifier.
  init(_ text: some StringProtocol) {
    if let identifier = UInt32(text, radix: 16) {
      self.init(identifier: identifier)
      return
    }
    let parts = text.lowercased().split { $0 == "-" || $0 == "_" }
    switch parts.first {
    case "zh":
      let isTraditional = parts.contains { ["hant", "tw", "hk", "mo"].contains($0) }
      self = isTraditional ? .traditionalChinese : .chinese
    case "ja": self = .japanese
    default: self = .english
    }
  }

  private static let englishMonths = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private static let englishDays = [
    "Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday",
  ]

  private static let chineseMonths = [
    "一月", "二月", "三月", "四月", "五月", "六月", "七月", "八月", "九月", "十月", "十一月", "十二月",
  ]

  private static let chineseDays = ["日", "一", "二", "三", "四", "五", "六"]

  private static let japaneseDays = ["日", "月", "火", "水", "木", "金", "土"]

  /// The name of month `month`, from 1, for a number of format letters.
  func month(_ month: Int, letters: Int) -> String {
    switch self {
    case .english:
      let name = Self.englishMonths[month - 1]
      return letters == 3 ? String(name.prefix(3)) : letters == 5 ? String(name.prefix(1)) : name
    case .chinese, .traditionalChinese:
      return letters == 4 ? Self.chineseMonths[month - 1] : letters == 5 ? "\(month)" : "\(month)月"
    case .japanese: return letters == 5 ? "\(month)" : "\(month)月"
    }
  }

  /// The name of weekday `day`, from 0 for Sunday, for a number of letters `d`.
  func day(_ day: Int, letters: Int) -> String {
    switch self {
    case .english:
      letters == 3 ? String(Self.englishDays[day].prefix(3)) : Self.englishDays[day]
    case .chinese: (letters == 3 ? "周" : "星期") + Self.chineseDays[day]
    case .traditionalChinese: (letters == 3 ? "週" : "星期") + Self.chineseDays[day]
    case .japanese: Self.japaneseDays[day] + (letters == 3 ? "" : "曜日")
    }
  }

  /// The name of weekday `day` for a number of letters `a`, which only East Asian formats have.
  func shortDay(_ day: Int, letters: Int) -> String {
    switch self {
    case .english: self.day(day, letters: letters)
    case .chinese, .traditionalChinese: (letters == 3 ? "" : "星期") + Self.chineseDays[day]
    case .japanese: Self.japaneseDays[day] + (letters == 3 ? "" : "曜日")
    }
  }

  /// The text for the half of a day.
  func halfDay(_ style: FormatToken.HalfDay, isMorning: Bool) -> String {
    switch style {
    case .letters(let isLarge):
      let letter = isMorning ? "A" : "P"
      return isLarge ? letter : letter.lowercased()
    case .chinese: return isMorning ? "上午" : "下午"
    case .english:
      switch self {
      case .english: return isMorning ? "AM" : "PM"
      case .chinese, .traditionalChinese: return isMorning ? "上午" : "下午"
      case .japanese: return isMorning ? "午前" : "午後"
      }
    }
  }
}
