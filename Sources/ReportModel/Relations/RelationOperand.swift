#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif

/// One field in a relation's side.
package struct RelationOperand: Sendable, Hashable {
  /// The factor of the value; negative if it is subtracted.
  package let coefficient: Decimal
  /// The field.
  package let field: FieldName
  /// Whether the value is last year's.
  package let isPrevious: Bool
}
