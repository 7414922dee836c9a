package import Diagnostics

/// A relation between fields, as data: evaluated on import, compiled to a formula for the template,
/// and put into words for people.
package struct Relation: Sendable, Hashable {
  /// What the relation is repeated over.
  package enum Each: String, Sendable, Hashable, CaseIterable {
    /// Every column; terms are ids of rows.
    case column
    /// Every row; terms are ids of columns.
    case row
    /// Nothing; terms are names of fields, of any table.
    case once
  }

  /// How the sides compare.
  package enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// Both sides are equal.
    case equal = "="
    /// The left side is at most the right.
    case atMost = "<="
    /// The left side is at least the right.
    case atLeast = ">="
  }

  /// The rule's name, such as `requests.balance`.
  package let rule: RuleID
  /// The table it is about.
  package let table: String
  /// What it is repeated over.
  package let each: Each
  /// The ids that it is repeated over; nil for all.
  package let only: [String]?
  /// The terms of the left side, added up.
  package let left: [RelationTerm]
  /// The terms of the right side, added up.
  package let right: [RelationTerm]
  /// How the sides compare.
  package let comparison: Comparison
  /// The severity of a violation.
  package let severity: Severity
  /// The relation in words.
  package let statement: Phrase
  /// Its source.
  package let source: Phrase

  /// Whether it needs last year's report.
  package var needsPrevious: Bool { (left + right).contains(where: \.isPrevious) }
}
