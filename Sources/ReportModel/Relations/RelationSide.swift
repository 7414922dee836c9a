#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import Diagnostics

/// One side of a relation with the values of a report.
struct RelationSide {
  /// One operand with its value.
  struct Term {
    let operand: RelationOperand
    let value: FieldValue
  }

  /// The most operands that a message lists; of a longer side it names the first and their number.
  private static let writtenOut = 6

  let terms: [Term]
  /// The sum, blanks and marks as 0.
  let sum: Decimal

  /// Makes a side, or nil when a term has no value that counts.
  init?(_ operands: [RelationOperand], value: (RelationOperand) -> FieldValue?) {
    guard let sum = Self.sum(operands, value: value) else { return nil }
    self.sum = sum
    terms = operands.compactMap { operand in
      value(operand).map { Term(operand: operand, value: $0) }
    }
  }

  /// The sum of a side, or nil when a term has no value that counts.
  static func sum(
    _ operands: [RelationOperand], value: (RelationOperand) -> FieldValue?
  ) -> Decimal? {
    var sum: Decimal = 0
    var small = 0
    for operand in operands {
      guard let number = value(operand)?.counted else { return nil }
      if operand.coefficient == 1, let whole = number.small {
        small += whole
      } else {
        sum += operand.coefficient * number
      }
    }
    return sum == 0 ? Decimal(small) : sum + Decimal(small)
  }

  /// Whether nothing was filled in; a mark counts as filled in.
  var isBlank: Bool { !terms.isEmpty && terms.allSatisfy { $0.value == .blank } }

  /// The side as in messages, with its values and its sum.
  func described(_ label: (RelationOperand) -> String) -> Phrase {
    Phrase(zh: described(.zh, label), en: described(.en, label))
  }

  /// The labels of a blank side, as the subject of a sentence.
  func blankText(_ label: (RelationOperand) -> String) -> Phrase {
    let names = terms.prefix(Self.writtenOut).map { label($0.operand) }
    guard terms.count <= Self.writtenOut else {
      return Phrase(
        zh: "“\(names.first ?? "")”等 \(terms.count) 项全部",
        en: "all \(terms.count) from “\(names.first ?? "")” on are")
    }
    return Phrase(
      zh: names.joined(separator: "、"),
      en: names.joined(separator: ", ") + (names.count == 1 ? " is" : " are"))
  }

  private func described(_ language: Language, _ label: (RelationOperand) -> String) -> String {
    guard terms.count <= Self.writtenOut else {
      let first = terms.first.map { label($0.operand) } ?? ""
      return switch language {
      case .zh: "“\(first)”等 \(terms.count) 项之和（\(sum)）"
      case .en: "the sum of the \(terms.count) from “\(first)” on (\(sum))"
      }
    }
    var text = ""
    for term in terms { text += term.described(label(term.operand), after: text, language) }
    guard terms.count > 1 else { return text }
    return language == .zh ? "\(text)＝\(sum)" : "\(text) = \(sum)"
  }
}

extension RelationSide.Term {
  /// The term with its sign, which is omitted for a positive first one.
  fileprivate func described(_ label: String, after text: String, _ language: Language) -> String {
    let isNegative = operand.coefficient < 0
    let factor = isNegative ? -operand.coefficient : operand.coefficient
    switch language {
    case .zh:
      let sign = isNegative ? "－" : text.isEmpty ? "" : "＋"
      let year = operand.isPrevious ? "上年报告的" : ""
      return "\(sign)\(factor == 1 ? "" : "\(factor)×")\(year)\(label)（\(value.described(.zh))）"
    case .en:
      let sign = text.isEmpty ? (isNegative ? "-" : "") : isNegative ? " - " : " + "
      let year = operand.isPrevious ? "last year's " : ""
      return "\(sign)\(factor == 1 ? "" : "\(factor) × ")\(year)\(label) (\(value.described(.en)))"
    }
  }
}

extension FieldValue {
  /// The value as in messages.
  package func described(_ language: Language) -> String {
    switch self {
    case .number(let number): "\(number)"
    case .blank: language == .zh ? "空" : "blank"
    case .notApplicable: "/"
    case .unreadable(let text): text.excerpt
    }
  }
}
