#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A sentence of a report's prose, with its clauses.
struct ProseSentence {
  /// The sentence without white space around it.
  let text: String
  private let clauses: [Substring]

  /// The sentences of `prose`: they end at a full stop, a semicolon or a line break.
  static func sentences(of prose: String) -> [ProseSentence] {
    prose.split { "。！？；;!?\n".contains($0) }.map(ProseSentence.init)
  }

  private init(_ text: Substring) {
    let trimmed = text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed()
    let sentence = String(trimmed)
    self.text = sentence
    clauses = Self.clauses(of: sentence)
  }

  /// The clauses; a comma between digits groups them and ends no clause.
  private static func clauses(of sentence: String) -> [Substring] {
    var clauses: [Substring] = []
    var start = sentence.startIndex
    for index in sentence.indices where "，,、：:（）()".contains(sentence[index]) {
      let next = sentence.index(after: index)
      let isGrouping =
        sentence[index] == "," && index > start && next < sentence.endIndex
        && sentence[sentence.index(before: index)].isNumber && sentence[next].isNumber
      guard !isGrouping else { continue }
      clauses.append(sentence[start..<index])
      start = next
    }
    return clauses + [sentence[start...]]
  }

  /// The number that the sentence states for `claim`: the first one that counts cases, after one of the
  /// claim's words, in a clause without its exceptions.
  func number(for claim: ProseClaim) -> Decimal? {
    if let context = claim.context, !context.contains(where: text.contains) { return nil }
    for clause in clauses where !(claim.except ?? []).contains(where: clause.contains) {
      let places = claim.after.compactMap { clause.firstRange(of: $0)?.upperBound }
      guard let place = places.min() else { continue }
      if let number = Self.firstCount(in: clause[place...]) { return number }
    }
    return nil
  }

  /// The first number, if a unit of cases follows it; otherwise the clause is about something else.
  private static func firstCount(in text: Substring) -> Decimal? {
    guard let start = text.firstIndex(where: { digit(of: $0) != nil }) else { return nil }
    let number = text[start...].prefix { digit(of: $0) != nil || $0 == "," }
    let rest = text[number.endIndex...].drop(while: \.isWhitespace)
    guard let unit = rest.first, "件宗起份".contains(unit) else { return nil }
    return Decimal(exactly: String(number.compactMap(digit).map { Character("\($0)") }))
  }

  /// The digit of a character, which may be full-width.
  private static func digit(of character: Character) -> Int? {
    guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1 else {
      return nil
    }
    switch scalar.value {
    case 0x30...0x39: return Int(scalar.value) - 0x30
    case 0xFF10...0xFF19: return Int(scalar.value) - 0xFF10
    default: return nil
    }
  }
}
