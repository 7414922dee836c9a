#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
extension FormDefinition {
  /// The instances of relations by which a field equals one of last year's: a template made with last year's
  /// report begins with its values.
  package var carriedInstances: [RelationInstance] {
    relations.filter { $0.comparison == .equal && $0.needsPrevious }.flatMap(instances)
      .filter { instance in
        guard instance.left.count == 1, instance.right.count == 1, let left = instance.left.first,
          let right = instance.right.first
        else { return false }
        return !left.isPrevious && right.isPrevious && left.coefficient == 1
          && right.coefficient == 1
      }
  }

  /// Whether `field` is in one of the form's own total rows or columns.
  func isTotal(_ field: FieldName) -> Bool {
    guard let table = table(field.table) else { return false }
    return table.row(field.row)?.isTotal == true || table.column(field.column)?.isTotal == true
  }
}
