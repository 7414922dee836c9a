extension NumberFormat {
  /// A section of a format code; semicolons separate sections.
  struct Section: Hashable, Sendable {
    /// The kind of number in the section.
    private(set) var kind = Kind.number
    /// The condition for numbers, if there is one, such as `[>=100]`.
    private(set) var condition: Condition?

    /// A condition in square brackets.
    struct Condition: Hashable, Sendable {
      var sign: String
      var bound: Double

      func holds(for value: Double) -> Bool {
        switch sign {
        case "<": value < bound
        case "<=": value <= bound
        case ">": value > bound
        case ">=": value >= bound
        case "<>": value != bound
        default: value == bound
        }
      }
    }

    /// The sections of `code`, parsed once from left to right.
    static func all(in code: String) -> [Section] {
      var scanner = SectionScanner(code)
      var sections: [Section] = []
      // A format has at most four sections; more are ignored.
      while sections.count < 4, let section = scanner.next() { sections.append(section) }
      return sections
    }

    /// The section for `value`: by condition if there is one, otherwise by sign.
    static func choose(among sections: [Section], for value: Double) -> Section? {
      guard let first = sections.first else { return nil }
      guard sections.count > 1 else { return first }
      if let condition = first.condition {
        if condition.holds(for: value) { return first }
        if let second = sections[1].condition, sections.count > 2 {
          return second.holds(for: value) ? sections[1] : sections[2]
        }
        return sections[1]
      }
      if value < 0 { return sections[1] }
      return value == 0 && sections.count > 2 ? sections[2] : first
    }

    mutating func note(_ found: SectionScanner.Finding) {
      switch found {
      case .elapsed: kind = .elapsed
      case .date where kind != .elapsed: kind = .date
      case .time where kind != .elapsed && kind != .date: kind = .time
      case .text where kind == .number: kind = .text
      case .condition(let found): condition = found
      case .date, .time, .text: break
      }
    }
  }
}
