package import Diagnostics

/// A number that the prose of a section tends to tell, and where the tables have it.
package struct ProseClaim: Sendable, Hashable {
  /// The rule's name, such as `text.received`.
  package let rule: RuleID
  /// The id of the section that is read.
  package let section: String
  /// The words that the number follows in its clause.
  package let after: [String]
  /// Words one of which the sentence must hold; nil where any sentence will do.
  package let context: [String]?
  /// Words that the clause must not hold.
  package let except: [String]?
  /// What the number may be: each element is a sum of fields, named `table.row.column`, with patterns.
  package let sums: [[RelationTerm]]
  /// The claim in words.
  package let statement: Phrase
}
