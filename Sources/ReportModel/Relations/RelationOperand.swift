#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// One field in a relation's side.
package struct RelationOperand: Sendable, Hashable {
  /// What the value is multiplied by; negative for one that is subtracted.
  package let coefficient: Decimal
  /// The field.
  package let field: FieldName
  /// Whether the value is last year's.
  package let isPrevious: Bool
}
