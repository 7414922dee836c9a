#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// One term of a relation's side: `id`, `-id`, `0.2*id`, `previous.id`, or a pattern such as
/// `outcome.refused.*`.
///
/// Written as `[-][NUMBER*][previous.]PATTERN`; in the pattern, `*` matches any run of characters, and the
/// term is the sum of all matches. ``Relation/each`` determines whether the id names a row, a column or a
/// field.
package struct RelationTerm: Sendable, Hashable, CustomStringConvertible {
  /// The factor of each value; negative if the term is subtracted.
  package let coefficient: Decimal
  /// Whether the values are last year's.
  package let isPrevious: Bool
  /// The id, or the pattern of ids.
  package let pattern: String
  /// The term as the definition writes it.
  package let description: String
  /// The parts of the pattern between its `*`; nil for an id without any.
  private let parts: [Substring]?

  /// Makes a term from its text, or nil if it has no id or a coefficient that is not a number.
  package init?(_ text: String) {
    var rest = text[...]
    var coefficient: Decimal = 1
    if rest.hasPrefix("-") {
      rest = rest.dropFirst()
      coefficient = -1
    }
    if rest.first?.isNumber == true {
      guard let star = rest.firstIndex(of: "*"),
        let factor = Decimal(exactly: String(rest[..<star]))
      else { return nil }
      coefficient *= factor
      rest = rest[rest.index(after: star)...]
    }
    isPrevious = rest.hasPrefix("previous.")
    if isPrevious { rest = rest.dropFirst("previous.".count) }
    guard !rest.isEmpty else { return nil }
    self.coefficient = coefficient
    pattern = String(rest)
    description = text
    parts =
      pattern.utf8.contains(UInt8(ascii: "*"))
      ? pattern.split(separator: "*", omittingEmptySubsequences: false) : nil
  }

  /// Whether `id` is the term's id or matches its pattern.
  package func matches(_ id: String) -> Bool {
    guard var parts = parts?[...] else { return id == pattern }
    var rest = id.utf8[...]
    guard let head = parts.popFirst(), let tail = parts.popLast(), rest.starts(with: head.utf8)
    else { return false }
    rest = rest.dropFirst(head.utf8.count)
    for part in parts {
      while !rest.starts(with: part.utf8) {
        guard rest.popFirst() != nil else { return false }
      }
      rest = rest.dropFirst(part.utf8.count)
    }
    return rest.count >= tail.utf8.count && rest.suffix(tail.utf8.count).elementsEqual(tail.utf8)
  }
}
