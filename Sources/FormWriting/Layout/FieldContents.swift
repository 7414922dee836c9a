#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import FormReading
import ReportModel
import Vocabulary

/// The contents of a report's field cells, with totals as formulas if that changes no value.
struct FieldContents: Sendable {
  /// The totals that are formulas, each with its relation.
  private(set) var totals: [FieldName: RelationInstance] = [:]
  private var contents: [FieldName: LaidOutCell.Content] = [:]

  init(
    _ definition: FormDefinition, _ report: Report, _ tables: [PlacedTable], isTemplate: Bool
  ) {
    for field in tables.flatMap(\.plan.fields) {
      contents[field.name] = .holding(
        report[field.name] ?? .blank, note: report.notes[field.name], field.column)
    }
    for instance in definition.relations.flatMap(definition.instances) {
      addTotal(instance, definition, tables, isTemplate: isTemplate)
    }
  }

  /// The content of the cell of `field`.
  subscript(field: FieldName) -> LaidOutCell.Content { contents[field] ?? .blank }

  /// The number that `SUM` sees in the cell of `field`; nil for text and blanks.
  func number(_ field: FieldName) -> Decimal? {
    switch self[field] {
    case .number(let number), .sum(_, let number): number
    case .blank, .text, .message: nil
    }
  }

  /// Whether the cell of `field` is blank.
  func isBlank(_ field: FieldName) -> Bool { self[field] == .blank }

  /// Whether the cell of `field` holds text that is not a mark.
  func isText(_ field: FieldName) -> Bool {
    guard case .text(let text) = self[field] else { return false }
    return !Mark.entries.contains(text)
  }

  /// Makes the left side of `instance` a formula if it is a total and its reported value equals the right
  /// side; in a template every total is a formula.
  private mutating func addTotal(
    _ instance: RelationInstance, _ definition: FormDefinition, _ tables: [PlacedTable],
    isTemplate: Bool
  ) {
    guard instance.isTotal(in: definition), let total = instance.left.first?.field,
      totals[total] == nil, let place = tables.first(where: { $0.range(of: total) != nil }),
      !instance.right.contains(where: { isTotal($0.field, dependingOn: total) }),
      let formula = RelationFormula(
        instance, references: { $0.references(on: place.sheet, in: tables, isAbsolute: false) })
    else { return }
    let sum = instance.right.reduce(Decimal(0)) { sum, operand in
      sum + operand.coefficient * (number(operand.field) ?? 0)
    }
    guard isTemplate || self[total] == .number(sum) && isSummedExactly(instance.right, to: sum)
    else { return }
    totals[total] = instance
    contents[total] = .sum(formula: formula.right, value: sum)
  }

  /// Whether adding up doubles, as spreadsheet programs do, displays the same `sum`.
  private func isSummedExactly(_ operands: [RelationOperand], to sum: Decimal) -> Bool {
    let result = operands.reduce(0.0) { result, operand in
      result + operand.coefficient.cellNumber * (number(operand.field) ?? 0).cellNumber
    }
    return Decimal(cell: result) == sum
  }

  /// Whether `field` is a formula that depends on `other`.
  private func isTotal(_ field: FieldName, dependingOn other: FieldName) -> Bool {
    if field == other { return true }
    guard let instance = totals[field] else { return false }
    return instance.right.contains { isTotal($0.field, dependingOn: other) }
  }
}

extension Decimal {
  /// The double nearest to the number, as a cell stores it.
  package var cellNumber: Double { Double(description) ?? 0 }
}

extension RelationInstance {
  /// Whether it defines the form's own total by its parts.
  fileprivate func isTotal(in definition: FormDefinition) -> Bool {
    guard relation.comparison == .equal, !relation.needsPrevious, left.count == 1,
      let operand = left.first, operand.coefficient == 1,
      let table = definition.table(operand.field.table)
    else { return false }
    let isTotalRow = table.row(operand.field.row)?.isTotal == true
    let isTotalColumn = table.column(operand.field.column)?.isTotal == true
    return switch relation.each {
    case .column: isTotalRow && right.count > 1
    case .row: isTotalColumn && right.count > 1
    case .once: isTotalRow || isTotalColumn
    }
  }
}

extension [RelationOperand] {
  /// The references of the operands in formulas on `sheet`, with neighbours as one range; nil if one of them
  /// is on no sheet.
  func references(
    on sheet: String, in tables: [PlacedTable], isAbsolute: Bool = true
  ) -> [String]? {
    var bySheet: [(sheet: String, cells: [GridReference])] = []
    for operand in self {
      guard !operand.isPrevious,
        let table = tables.first(where: { $0.plan.table.id == operand.field.table }),
        let range = table.range(of: operand.field)
      else { return nil }
      if bySheet.last?.sheet == table.sheet {
        bySheet[bySheet.count - 1].cells.append(range.topLeft)
      } else {
        bySheet.append((table.sheet, [range.topLeft]))
      }
    }
    return bySheet.flatMap { group in
      GridRange.runs(of: group.cells).map { run in
        let text = isAbsolute ? run.absoluteA1 : run.a1
        return group.sheet == sheet ? text : "\(SheetNaming.quoted(group.sheet))!\(text)"
      }
    }
  }
}
