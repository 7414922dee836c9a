/// A relation for one row, one column, or once: its patterns resolved to fields.
package struct RelationInstance: Sendable, Hashable {
  /// The relation.
  package let relation: Relation
  /// The id of its row or column; nil if it is not repeated.
  package let key: String?
  /// The left side's operands, in the form's order within a term.
  package let left: [RelationOperand]
  /// The right side's operands.
  package let right: [RelationOperand]
}
