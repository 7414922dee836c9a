/// The stable name of a rule, such as `requests.balance`; a user's own form has rule names of its own.
package struct RuleID: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  /// The name as it is written everywhere.
  package let name: String

  /// Makes the name.
  package init(_ name: String) { self.name = name }

  /// Makes the name from a literal.
  package init(stringLiteral value: String) { name = value }

  /// The name.
  package var description: String { name }

  /// The rule that reports a relation's blank side: `NAME.incomplete`.
  package var incomplete: RuleID { RuleID(name + ".incomplete") }
}
