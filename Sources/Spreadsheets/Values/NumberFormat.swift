/// A number format: its ID and code, and whether it displays dates.
///
/// Source: ECMA-376-1:2016, 18.8.30 `numFmt` and 18.8.31 `numFmts`.
public struct NumberFormat: Hashable, Sendable {
  /// The kind of number in a format.
  public enum Kind: Hashable, Sendable {
    /// A plain number, or no particular format.
    case number
    /// Text: the format `@`.
    case text
    /// A date, with or without a time of day.
    case date
    /// A time of day alone.
    case time
    /// An elapsed time, such as `[h]:mm`.
    case elapsed
  }

  /// The ID that cell formats refer to.
  public let id: Int
  /// The format code, such as `0.00` or `yyyy"年"m"月"`.
  public let code: String
  private let sections: [Section]

  /// The format `General`.
  public static let general = NumberFormat(id: 0, code: "General")

  /// Makes the format with `code`.
  public init(id: Int, code: String) {
    self.id = id
    self.code = code
    sections = Section.all(in: code)
  }

  /// Whether it is the format `General`.
  public var isGeneral: Bool { code == "General" || code.isEmpty }

  /// The kind for positive numbers.
  public var kind: Kind { sections.first?.kind ?? .number }

  /// The kind for `value`: sections may differ by sign or condition.
  public func kind(of value: Double) -> Kind {
    Section.choose(among: sections, for: value)?.kind ?? .number
  }

  /// Whether positive numbers are dates, times or elapsed times.
  public var isDate: Bool {
    switch kind {
    case .date, .time, .elapsed: true
    case .number, .text: false
    }
  }

  /// Whether two formats have the same ID and code.
  public static func == (left: Self, right: Self) -> Bool {
    left.id == right.id && left.code == right.code
  }

  /// Hashes the ID and the code.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(code)
  }
}
