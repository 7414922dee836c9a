#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
package import Diagnostics

/// A total that was recalculated from its parts.
package struct RecomputedTotal: Sendable, Hashable {
  /// The field.
  package let field: FieldName
  /// Its value before.
  package let before: FieldValue
  /// The sum of its parts.
  package let after: Decimal
}

/// The error of relations that require different sums of one total, so that none was calculated.
package struct ContradictingTotals: PhrasedError, Hashable {
  /// The label of the total.
  package let label: String

  package var phrase: Phrase {
    Phrase(
      zh: "“\(label)”按不同的勾稽关系得出不同的总计，没有重新计算；请先改正各分项",
      en: """
        the relations give different sums for “\(label)”, so no total was calculated; correct the parts \
        first
        """)
  }
}

extension Report {
  /// Recalculates the totals of which `definition` has a relation of equality: one field on one side, and its
  /// parts on the other.
  ///
  /// Blanks and marks count as 0. A total whose parts are all blank, unreadable or missing remains unchanged:
  /// a blank is not a zero.
  ///
  /// - Returns: The totals that changed, in the form's order.
  /// - Throws: ``ContradictingTotals``, and leaves the report unchanged.
  /// - Complexity: O(*n* *d*) in the operands of the relations and the depth of totals of totals.
  package mutating func recomputeTotals(
    by definition: FormDefinition
  ) throws(ContradictingTotals) -> [RecomputedTotal] {
    let totals = definition.relations.flatMap(definition.instances).compactMap(Total.init)
    var report = self
    var open = Set(totals.map(\.field)).count + 1
    var changed: FieldName?
    repeat {
      changed = nil
      for total in totals {
        guard let sum = total.sum(in: report), total.isChanged(by: sum, in: report) else {
          continue
        }
        report[total.field] = .number(sum)
        changed = total.field
      }
      open -= 1
    } while changed != nil && open > 0
    if let changed { throw ContradictingTotals(label: definition.label(of: changed)) }
    var seen: Set<FieldName> = []
    let recomputed = totals.compactMap { total -> RecomputedTotal? in
      guard let before = found(total.field), case .number(let after)? = report.found(total.field),
        before != .number(after),
        seen.insert(total.field).inserted
      else { return nil }
      return RecomputedTotal(field: total.field, before: before, after: after)
    }
    self = report
    return recomputed
  }

  /// A total and its parts.
  private struct Total {
    let field: FieldName
    let parts: [RelationOperand]

    init?(_ instance: RelationInstance) {
      let sides = [(instance.left, instance.right), (instance.right, instance.left)]
      guard instance.relation.comparison == .equal, !instance.relation.needsPrevious,
        let (single, parts) = sides.first(where: {
          $0.count == 1 && $0[0].coefficient == 1 && $1.count > 1
        })
      else { return nil }
      field = single[0].field
      self.parts = parts
    }

    /// Whether the total differs from `sum`; a mark may be 0.
    func isChanged(by sum: Decimal, in report: Report) -> Bool {
      switch report.found(field) {
      case .number(let number): number != sum
      case .notApplicable: sum != 0
      case .blank, .unreadable, nil: true
      }
    }

    /// The sum of the parts; nil if it is unknown, or nothing is filled in.
    func sum(in report: Report) -> Decimal? {
      guard report.found(field) != nil else { return nil }
      var sum: Decimal = 0
      var isBlank = true
      for part in parts {
        guard let value = report.found(part.field), let number = value.counted else { return nil }
        if value != .blank { isBlank = false }
        sum += part.coefficient * number
      }
      return isBlank ? nil : sum
    }
  }
}
