#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import Diagnostics

extension FormDefinition {
  /// The relation's instance as an equation of labels, such as `总计 = 结果维持 + 结果纠正 + …`, for check
  /// sheets and `rules explain`.
  package func equation(_ instance: RelationInstance) -> Phrase {
    Phrase(zh: equation(instance, .zh), en: equation(instance, .en))
  }

  private func equation(_ instance: RelationInstance, _ language: Language) -> String {
    let sign =
      switch instance.relation.comparison {
      case .equal: language == .zh ? "＝" : " = "
      case .atMost: language == .zh ? "≤" : " ≤ "
      case .atLeast: language == .zh ? "≥" : " ≥ "
      }
    return side(instance.left, instance, language) + sign + side(instance.right, instance, language)
  }

  private func side(
    _ operands: [RelationOperand], _ instance: RelationInstance, _ language: Language
  ) -> String {
    let (plus, minus, lastYear) =
      switch language {
      case .zh: ("＋", "－", "上年的")
      case .en: (" + ", " - ", "last year's ")
      }
    var text = ""
    for operand in operands {
      let isNegative = operand.coefficient < 0
      let factor = isNegative ? -operand.coefficient : operand.coefficient
      text += isNegative ? minus : text.isEmpty ? "" : plus
      text += factor == 1 ? "" : "\(factor)×"
      text += operand.isPrevious ? lastYear : ""
      text += label(of: operand.field, in: instance)
    }
    return text
  }
}
