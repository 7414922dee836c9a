package import Diagnostics

/// A number that the prose of a section tends to state, with its fields in the tables.
package struct ProseClaim: Sendable, Hashable {
  /// The rule's name, such as `text.received`.
  package let rule: RuleID
  /// The id of the section that is read.
  package let section: String
  /// The words before the number in its clause.
  package let after: [String]
  /// Words one of which the sentence must contain; nil for any sentence.
  package let context: [String]?
  /// Words that the clause must not contain.
  package let except: [String]?
  /// The possible numbers: each element is a sum of fields, named `table.row.column`, with patterns.
  package let sums: [[RelationTerm]]
  /// The claim in words.
  package let statement: Phrase
}
