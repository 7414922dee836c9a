#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics

extension RelationChecker {
  /// The message of a relation that does not hold, possibly because a total skipped some cells.
  func broken(
    _ instance: RelationInstance, _ left: RelationSide, _ right: RelationSide,
    passedOver cells: [String]
  ) -> Phrase {
    let place = definition.place(of: instance)
    let (leftText, rightText) = (described(left, instance), described(right, instance))
    let difference = left.sum - right.sum
    let amount = difference < 0 ? -difference : difference
    let (mustZH, mustEN) =
      switch instance.relation.comparison {
      case .equal: ("应等于", "must equal")
      case .atMost: ("应不大于", "must be at most")
      case .atLeast: ("应不小于", "must be at least")
      }
    let reason = passedOverReason(cells)
    return Phrase(
      zh: """
        \(place.zh)\(leftText.zh)，\(mustZH)\(rightText.zh)，\(difference < 0 ? "少" : "多") \(amount)\(reason.zh)
        """,
      en: """
        \(place.en)\(leftText.en) \(mustEN) \(rightText.en); it is \(amount) too \
        \(difference < 0 ? "low" : "high")\(reason.en)
        """)
  }

  private func passedOverReason(_ cells: [String]) -> Phrase {
    guard !cells.isEmpty else { return Phrase(zh: "", en: "") }
    return Phrase(
      zh: "；\(cells.joined(separator: "、")) 是文字，未计入合计，请改为数字",
      en: """
        ; \(cells.joined(separator: ", ")) \(cells.count == 1 ? "is" : "are") text, which the total \
        leaves out; make \(cells.count == 1 ? "it a number" : "them numbers")
        """)
  }

  /// The message of a relation with a blank side.
  func incomplete(
    _ instance: RelationInstance, _ left: RelationSide, _ right: RelationSide
  ) -> Phrase {
    let place = definition.place(of: instance)
    let (blank, filled) = left.isBlank ? (left, right) : (right, left)
    let filledText = described(filled, instance)
    let blankText = blank.blankText { definition.label(of: $0.field, in: instance) }
    return Phrase(
      zh: "\(place.zh)\(blankText.zh)未填，而\(filledText.zh)；请补填，没有的填 0",
      en: """
        \(place.en)\(blankText.en) blank, but \(filledText.en); fill it in, with 0 where there is none
        """)
  }

  private func described(_ side: RelationSide, _ instance: RelationInstance) -> Phrase {
    side.described { definition.label(of: $0.field, in: instance) }
  }
}
