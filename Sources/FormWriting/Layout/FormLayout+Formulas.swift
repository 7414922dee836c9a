#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import ReportModel
import Vocabulary

extension FormLayout {
  /// The relations that can be calculated in the workbook: those of its own tables, and those with last
  /// year's report if there is one.
  var checkedInstances: [RelationInstance] {
    definition.relations.flatMap(definition.instances).filter { instance in
      let operands = instance.left + instance.right
      return !instance.left.isEmpty && !instance.right.isEmpty
        && operands.allSatisfy { operand in
          operand.isPrevious
            ? previousNumber(operand) != nil : place(of: operand.field) != nil
        }
    }
  }

  /// The instance as formulas of the sheet `sheet`; last year's values are constants.
  func formula(of instance: RelationInstance, on sheet: String) -> RelationFormula? {
    RelationFormula(
      instance,
      references: { operands in
        guard let own = operands.filter({ !$0.isPrevious }).references(on: sheet, in: tables)
        else { return nil }
        let previous = operands.filter(\.isPrevious).compactMap(previousNumber)
        return own + previous.map(\.description)
      })
  }

  /// Last year's value as a number, 0 for blanks and marks; nil if there is none.
  func previousNumber(_ operand: RelationOperand) -> Decimal? {
    previous?.found(operand.field)?.counted
  }

  /// The formula that counts the instance's cells on `sheet` that hold neither a number nor a mark.
  func textCount(in instance: RelationInstance, on sheet: String) -> String {
    let own = (instance.left + instance.right).filter { !$0.isPrevious }
    let ranges = own.references(on: sheet, in: tables) ?? []
    let counts = ranges.map { range in
      let isNoMark = Mark.entries.map { "*(\(range)<>\"\($0)\")" }.joined()
      return "SUMPRODUCT(ISTEXT(\(range))*(LEN(\(range))>0)\(isNoMark))"
    }
    return counts.isEmpty ? "0" : counts.joined(separator: "+")
  }

  /// The sum of a side, as `SUM` calculates it from the cells.
  func sum(_ operands: [RelationOperand]) -> Decimal {
    operands.reduce(0) { sum, operand in
      let value = operand.isPrevious ? previousNumber(operand) : values.number(operand.field)
      return sum + operand.coefficient * (value ?? 0)
    }
  }

  /// Whether the cells of a side are all blank.
  func isBlank(_ operands: [RelationOperand]) -> Bool {
    operands.allSatisfy { !$0.isPrevious && values.isBlank($0.field) }
  }
}
