#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// A relation's instance as formulas of a spreadsheet, without the leading `=`.
///
/// Operands are arguments of `SUM`, which ignores marks and blanks, so they count as 0 as in
/// ``RelationChecker`` and never return `#VALUE!`.
package struct RelationFormula: Sendable, Hashable {
  /// The number of decimals that are compared; beyond them binary fractions differ from the decimals written.
  private static let comparedDecimals = 9

  /// The left side's sum.
  package let left: String
  /// The right side's sum.
  package let right: String
  /// Left minus right, rounded; 0 if the sides are equal.
  package let difference: String
  /// Whether the relation holds: `TRUE` or `FALSE`.
  package let holds: String
  /// Whether one side is entirely blank, so that a violation is only incomplete.
  package let isIncomplete: String

  /// Compiles `instance` with the references, such as `依申请公开!$E$6` or a defined name, that `reference`
  /// returns; nil if an operand has none.
  package init?(_ instance: RelationInstance, reference: (RelationOperand) -> String?) {
    self.init(instance) { operands in
      let references = operands.compactMap(reference)
      return references.count == operands.count ? references : nil
    }
  }

  /// Compiles `instance` with the references, including ranges such as `$E$6:$E$9`, that `references` returns
  /// for operands of one coefficient; nil if one of them has none.
  package init?(_ instance: RelationInstance, references: ([RelationOperand]) -> [String]?) {
    guard let left = Side(instance.left, references), let right = Side(instance.right, references)
    else { return nil }
    self.left = left.sum
    self.right = right.sum
    let rightTerm = right.isSingle ? right.sum : "(\(right.sum))"
    difference = "ROUND(\(left.sum)-\(rightTerm),\(Self.comparedDecimals))"
    holds = "\(difference)\(instance.relation.comparison.rawValue)0"
    isIncomplete = "OR(\(left.isBlank),\(right.isBlank))"
  }

  private struct Side {
    let sum: String
    let isBlank: String
    let isSingle: Bool

    init?(_ operands: [RelationOperand], _ references: ([RelationOperand]) -> [String]?) {
      var groups: [[RelationOperand]] = []
      for operand in operands {
        if let index = groups.firstIndex(where: { $0[0].coefficient == operand.coefficient }) {
          groups[index].append(operand)
        } else {
          groups.append([operand])
        }
      }
      guard !groups.isEmpty else { return nil }
      var parts: [(coefficient: Decimal, references: [String])] = []
      for group in groups {
        guard let references = references(group) else { return nil }
        parts.append((group[0].coefficient, references))
      }
      var sum = ""
      for part in parts {
        let isNegative = part.coefficient < 0
        let factor = isNegative ? -part.coefficient : part.coefficient
        sum += isNegative ? "-" : sum.isEmpty ? "" : "+"
        sum += factor == 1 ? "" : "\(factor)*"
        sum += "SUM(\(part.references.joined(separator: ",")))"
      }
      self.sum = sum
      isSingle = parts.count == 1 && !sum.hasPrefix("-")
      isBlank = "COUNTA(\(parts.flatMap(\.references).joined(separator: ",")))=0"
    }
  }
}
