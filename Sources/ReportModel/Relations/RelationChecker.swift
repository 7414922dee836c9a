#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics

/// Checks a report by its form's relations and by the values that its fields may have.
///
/// Blanks and marks count as 0. A relation with a term that is unreadable or was not found is not checked:
/// the finding about the term replaces its own.
package struct RelationChecker: Sendable {
  let definition: FormDefinition
  private let instances: [RelationInstance]
  private let disabled: Set<RuleID>

  /// Makes a checker for the reports of one form, without the rules in `disabled`.
  package init(_ definition: FormDefinition, disabled: Set<RuleID> = []) {
    self.definition = definition
    self.disabled = disabled
    instances = definition.relations.filter { !disabled.contains($0.rule) }
      .flatMap(definition.instances)
  }

  /// Checks `report` by its values and relations, and by last year's report if there is one.
  ///
  /// - Parameters:
  ///   - report: The report.
  ///   - previous: Last year's report, for the relations that need it; it may be of another form.
  ///   - file: The name that the findings give the submission.
  ///   - cell: The position of a field in the submission.
  ///   - previousCell: The position of a field in last year's.
  ///   - content: The content of a field's cell in the submission.
  /// - Returns: The findings: first about values, then about relations, in the form's order.
  /// - Complexity: O(*n*) in the number of fields and operands.
  package func check(
    _ report: Report, previous: Report? = nil, file: String,
    cell: (FieldName) -> FindingCell = { FindingCell(field: $0.description) },
    previousCell: (FieldName) -> FindingCell = { FindingCell(field: $0.description) },
    content: (FieldName) -> FieldContent = { _ in .other }
  ) -> [Finding] {
    var findings = ValueChecker(definition: definition).check(report, cell: cell)
    if let previous {
      findings += [yearFinding(report, previous), Finding.previousAgency(report, previous)]
        .compactMap { $0 }
    }
    findings += instances.compactMap { instance in
      finding(instance, report, previous, content) { operand, value in
        var place = operand.isPrevious ? previousCell(operand.field) : cell(operand.field)
        place.value = value.finding
        if operand.isPrevious, place.file == nil {
          place.file = previous?.source?.file ?? "--previous"
        }
        return place
      }
    }
    for index in findings.indices { findings[index].file = file }
    return findings.filter { !disabled.contains($0.rule) }
  }

  private func finding(
    _ instance: RelationInstance, _ report: Report, _ previous: Report?,
    _ content: (FieldName) -> FieldContent,
    cell: (RelationOperand, FieldValue) -> FindingCell
  ) -> Finding? {
    // Nearly all operands are of the relation's own table, and nearly all relations hold.
    let table = instance.relation.table
    let tables = report.tables
    let values = tables[table]
    let value = { (operand: RelationOperand) -> FieldValue? in
      if operand.isPrevious { return previous?.found(operand.field) }
      let others = operand.field.table == table ? values : tables[operand.field.table]
      return others?[operand.field]
    }
    guard let leftSum = RelationSide.sum(instance.left, value: value),
      let rightSum = RelationSide.sum(instance.right, value: value),
      !instance.relation.comparison.holds(leftSum, rightSum),
      let left = RelationSide(instance.left, value: value),
      let right = RelationSide(instance.right, value: value)
    else { return nil }
    let isIncomplete = left.isBlank || right.isBlank
    let relation = instance.relation
    let passedOver = (partsPassedOver(left, right, content) + partsPassedOver(right, left, content))
      .map { cell($0.operand, $0.value).reference ?? definition.label(of: $0.operand.field) }
    return Finding(
      rule: isIncomplete ? relation.rule.incomplete : relation.rule,
      severity: isIncomplete ? min(relation.severity, .warning) : relation.severity,
      message: isIncomplete
        ? incomplete(instance, left, right) : broken(instance, left, right, passedOver: passedOver),
      left: left.sum, right: right.sum,
      cells: (left.terms + right.terms).map { cell($0.operand, $0.value) })
  }

  /// The parts that the formula of `total` skipped because their cells contain text: without them the sides
  /// would be equal.
  private func partsPassedOver(
    _ total: RelationSide, _ parts: RelationSide, _ content: (FieldName) -> FieldContent
  ) -> [RelationSide.Term] {
    guard total.terms.count == 1, let single = total.terms.first, !single.operand.isPrevious,
      content(single.operand.field) == .formula
    else { return [] }
    let texts = parts.terms.filter { term in
      !term.operand.isPrevious && (term.value.counted ?? 0) != 0
        && content(term.operand.field) == .text
    }
    let missing = texts.reduce(Decimal(0)) {
      $0 + $1.operand.coefficient * ($1.value.counted ?? 0)
    }
    return parts.sum - total.sum == missing ? texts : []
  }

  /// The finding that the previous report is not last year's, if both years are stated.
  private func yearFinding(_ report: Report, _ previous: Report) -> Finding? {
    guard let year = report.year, let before = previous.year, before &+ 1 != year else {
      return nil
    }
    return Finding(
      rule: "previous.year", severity: .warning,
      message: Phrase(
        zh: "本报告为 \(year) 年度，而 --previous 给出的是 \(before) 年度的报告，不是上一年；请核对文件",
        en: """
          this report is of \(year), but --previous gives a report of \(before), which is not the year \
          before; check the file
          """))
  }
}

extension Finding {
  /// The finding that the previous report is another agency's, if both agencies are stated.
  package static func previousAgency(_ report: Report, _ previous: Report) -> Finding? {
    guard report.isOfAnotherAgency(than: previous) else { return nil }
    return Finding(
      rule: "previous.agency", severity: .warning,
      message: Phrase(
        zh: "本报告的单位是“\(report.agency)”，而 --previous 给出的是“\(previous.agency)”的报告；请核对文件",
        en: """
          this report is of “\(report.agency)”, but --previous gives a report of “\(previous.agency)”; \
          check the file
          """))
  }
}

extension Relation.Comparison {
  /// Whether the comparison holds.
  func holds(_ left: Decimal, _ right: Decimal) -> Bool {
    switch self {
    case .equal: left == right
    case .atMost: left <= right
    case .atLeast: left >= right
    }
  }
}

extension FormDefinition {
  /// The operand's label within its relation: that of the row or column that the relation does not fix.
  package func label(of field: FieldName, in instance: RelationInstance) -> String {
    guard let table = table(field.table), let row = table.row(field.row),
      let column = table.column(field.column)
    else { return field.description }
    switch instance.relation.each {
    case .column: return table.label(of: row)
    case .row: return table.label(of: column)
    case .once: return "\(table.label(of: row))/\(table.label(of: column))"
    }
  }

  /// The row or column of a relation, as its message begins.
  func place(of instance: RelationInstance) -> Phrase {
    let table = table(instance.relation.table)
    switch (instance.relation.each, instance.key) {
    case (.column, let key?):
      let label = table.flatMap { table in table.column(key).map(table.label(of:)) } ?? key
      return Phrase(zh: "“\(label)”列：", en: "column “\(label)”: ")
    case (.row, let key?):
      let label = table.flatMap { table in table.row(key).map(table.label(of:)) } ?? key
      return Phrase(zh: "“\(label)”行：", en: "row “\(label)”: ")
    default: return Phrase(zh: "", en: "")
    }
  }
}
