import Vocabulary

/// The units that a label or a note states: in brackets, after 单位, in 以…为单位, or at its end.
enum UnitStatement {
  /// The length of the longest text that may state a unit, in UTF-8 bytes; longer texts are prose.
  static let longest = 180

  /// The units that a label states, such as 万元 in `本年收费金额（单位：万元）`, each once.
  static func units(inLabel text: String) -> [NumberUnit] {
    guard text.utf8.count <= longest else { return [] }
    let folded = LabelFolding.fold(text)
    var units = named(in: folded)
    for content in brackets(in: folded) { units += listed(content) }
    if let unit = atEnd(of: folded) { units.append(unit) }
    return units.unique
  }

  /// The units that a note beside a table states: `单位：元`, `金额以元为单位`, or a unit alone.
  static func units(inNote text: String) -> [NumberUnit] {
    guard text.utf8.count <= longest else { return [] }
    let folded = LabelFolding.fold(text)
    let units = named(in: folded)
    return units.isEmpty ? alone(folded).map { [$0] } ?? [] : units.unique
  }

  /// Whether a text below a table is a note about it, and not the beginning of the next table.
  static func isNote(_ text: String) -> Bool {
    text.utf8.count <= longest
      && (["注", "备注", "说明", "附注"].contains { text.trimmed.hasPrefix($0) }
        || !units(inNote: text).isEmpty)
  }

  /// The unit that is the only content of a cell, as in `元`, `（元）` and `单位：元`.
  static func unit(alone text: String) -> NumberUnit? {
    guard text.utf8.count <= 40 else { return nil }
    var rest = withoutBrackets(LabelFolding.fold(text)[...])
    if let unit = whole(rest) { return unit }
    if let prefix = prefixes.first(where: { rest.starts(with: $0) }) {
      rest = rest.dropFirst(prefix.count)
    }
    guard rest.starts(with: unitWord) else { return nil }
    return whole(rest.dropFirst(unitWord.count).drop { linking.contains($0) })
  }

  /// Parses the text after a number in its own cell.
  ///
  /// - Parameters:
  ///   - rest: The text after the number.
  ///   - own: The form's own unit.
  /// - Returns: The unit, if there is one, and the text after it.
  static func unit(
    behindNumber rest: String, own: NumberUnit?
  ) -> (unit: NumberUnit?, remark: ArraySlice<UInt16>) {
    guard let first = rest.utf16.first, mayFollowNumber(first) else {
      return (nil, Array(rest.utf16.prefix(1))[...])
    }
    let folded = LabelFolding.fold(rest)
    if let own, own.quantity == .own || own.quantity == .share {
      let text = LabelFolding.fold(own.text)
      if folded.starts(with: text) { return (own, folded[text.count...]) }
    }
    if let (unit, end) = NumberUnit.parse(folded[...]) { return (unit, folded[end...]) }
    guard let first = folded.first, isOpen(first), let last = folded.last, isClose(last),
      folded.dropLast().last.map({ !isClose($0) }) ?? false
    else { return (nil, folded[...]) }
    let units = (named(in: folded) + listed(folded.dropFirst().dropLast())).unique
    return units.count == 1 ? (units[0], []) : (nil, folded[...])
  }

  // MARK: - Parts

  /// The unit that `folded` consists of, except for brackets around it.
  private static func alone(_ folded: [UInt16]) -> NumberUnit? {
    whole(withoutBrackets(folded[...]))
  }

  /// The text without brackets around it.
  static func withoutBrackets(_ text: ArraySlice<UInt16>) -> ArraySlice<UInt16> {
    var text = text
    while let first = text.first, let last = text.last, isOpen(first), isClose(last) {
      text = text.dropFirst().dropLast()
    }
    return text
  }

  /// Whether a unit or a bracket may begin with `unit`: most texts after a number are not units.
  private static func mayFollowNumber(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x28, 0x5B, 0x41...0x5A, 0x61...0x7A, 0x2E80...0x2FDF, 0x3008...0x301B, 0x4E00...0xFAFF,
      0xFE30...0xFFFF:
      true
    default: false
    }
  }

  /// The units after 单位, and before 为单位.
  private static func named(in folded: [UInt16]) -> [NumberUnit] {
    var units: [NumberUnit] = []
    var rest = folded[...]
    while let range = rest.firstRange(of: unitWord) {
      var behind = rest[range.upperBound...]
      while let next = behind.first, linking.contains(next) { behind = behind.dropFirst() }
      if let share = NumberUnit.share(behind.prefix(1)) { units.append(share) }
      while let (unit, end) = NumberUnit.parse(behind), isEnd(folded, end) {
        units.append(unit)
        behind = folded[end...]
        guard let next = behind.first, listing.contains(next) else { break }
        behind = behind.dropFirst()
      }
      if range.lowerBound > rest.startIndex, folded[range.lowerBound - 1] == asWord {
        units += before(folded[..<(range.lowerBound - 1)])
      }
      rest = rest[range.upperBound...]
    }
    return units
  }

  /// The unit between 以 and the end of `text`.
  private static func before(_ text: ArraySlice<UInt16>) -> [NumberUnit] {
    guard let start = text.lastIndex(where: { byWords.contains($0) }) else { return [] }
    return whole(text[(start + 1)...]).map { [$0] } ?? []
  }

  /// The texts in the brackets of `folded`.
  private static func brackets(in folded: [UInt16]) -> [ArraySlice<UInt16>] {
    var contents: [ArraySlice<UInt16>] = []
    var start: Int?
    for (index, unit) in folded.enumerated() {
      if isOpen(unit) {
        start = index + 1
      } else if isClose(unit), let open = start {
        contents.append(folded[open..<index])
        start = nil
      }
    }
    return contents
  }

  /// The units among the parts of a text in brackets.
  private static func listed(_ content: ArraySlice<UInt16>) -> [NumberUnit] {
    content.split(whereSeparator: { dividing.contains($0) }).compactMap { whole($0) }
  }

  /// The unit after a separator at the end, or a unit of money after a word such as 金额.
  private static func atEnd(of folded: [UInt16]) -> NumberUnit? {
    if let divider = folded.lastIndex(where: { dividing.contains($0) }),
      let unit = whole(folded[(divider + 1)...])
    {
      return unit
    }
    for start in folded.indices.suffix(4) {
      guard start > 0, amounts.contains(folded[start - 1]),
        let unit = whole(folded[start...]), unit.quantity == .money
      else { continue }
      return unit
    }
    return alone(folded)
  }

  /// The unit that `text` consists of, except for words such as 按…计 around it.
  private static func whole(_ text: ArraySlice<UInt16>) -> NumberUnit? {
    var text = text
    if let last = text.last, last == countedWord { text = text.dropLast() }
    if let first = text.first, byWords.contains(first) { text = text.dropFirst() }
    if let share = NumberUnit.share(text) { return share }
    if let (unit, end) = NumberUnit.parse(text), end == text.endIndex { return unit }
    guard let (unit, end) = NumberUnit.currency(startOf: text), end == text.endIndex else {
      return nil
    }
    return unit.text == "元" && text.count > 1 ? nil : unit
  }

  /// Whether a unit that ends at `end` is not the beginning of a longer word.
  private static func isEnd(_ folded: [UInt16], _ end: Int) -> Bool {
    guard end < folded.endIndex else { return true }
    return folded[end] < 0x4E00 || folded[end] == countedWord || listing.contains(folded[end])
  }

  private static func isOpen(_ unit: UInt16) -> Bool { unit == open || unit == 0x5B }
  private static func isClose(_ unit: UInt16) -> Bool { unit == 0x29 || unit == 0x5D }

  private static let open: UInt16 = 0x28
  private static let unitWord = Array("单位".utf16)
  private static let asWord = UInt16(0x4E3A)  // 为
  private static let countedWord = UInt16(0x8BA1)  // 计
  private static let byWords = Set("以按为是均".utf16)
  private static let linking = Set(":为是均以".utf16)
  private static let listing = Set("、,/;和及".utf16)
  private static let dividing = Set("、,/;:。".utf16)
  private static let amounts = Set("额费款入价".utf16)
  private static let prefixes = ["计量", "金额", "货币", "数量", "收费"].map { Array($0.utf16) }
}

extension [NumberUnit] {
  /// The units, without repetitions.
  var unique: [NumberUnit] {
    var unique: [NumberUnit] = []
    for unit in self where !unique.contains(where: unit.isSame) { unique.append(unit) }
    return unique
  }
}

extension NumberUnit {
  /// Whether a number means the same in both units.
  func isSame(as other: NumberUnit) -> Bool {
    quantity == other.quantity && exponent == other.exponent
      && (quantity != .own || text == other.text)
  }
}
