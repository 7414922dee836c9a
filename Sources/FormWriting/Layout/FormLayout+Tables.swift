import Documents
import FormReading
import ReportModel

extension FormLayout {
  /// The sheet of a table, drawn as in the official form.
  func sheet(of placed: PlacedTable) -> LaidOutSheet {
    let plan = placed.plan
    var sheet = LaidOutSheet(name: placed.sheet)
    sheet.columnWidths = TableWidths(plan).columns
    sheet.merge(
      GridRange(row: 1, column: 1, columns: max(1, plan.columnCount)), .text(plan.table.label),
      .heading)
    sheet.rowHeights[1] = 34
    for label in plan.labels {
      let range = label.range.movedDown(by: PlacedTable.rowsAbove)
      sheet.merge(range, label.text.isEmpty ? .blank : .text(label.text), label.role)
    }
    for range in plan.unused {
      sheet.merge(range.movedDown(by: PlacedTable.rowsAbove), .blank, .unused)
    }
    for field in plan.fields {
      guard let range = placed.range(of: field.name) else { continue }
      let isTotal = values.totals[field.name] != nil
      sheet.merge(range, values[field.name], isTotal ? .total : .input)
    }
    fitRows(of: &sheet, plan)
    sheet.entryRules = entryRules(of: placed)
    sheet.highlights = highlights(of: placed)
    sheet.frozenRows = PlacedTable.rowsAbove + plan.headRows
    sheet.frozenColumns = plan.headRows > 0 ? plan.labelColumns : 0
    sheet.repeatedRows = 1...(PlacedTable.rowsAbove + plan.headRows)
    sheet.isLandscape = TableWidths(plan).total > TableWidths.portrait
    sheet.fitsOnePage = plan.rowCount <= 45
    let firstInput = plan.fields.first { values.totals[$0.name] == nil } ?? plan.fields.first
    sheet.firstCell =
      firstInput.flatMap { placed.range(of: $0.name)?.topLeft } ?? sheet.firstCell
    return sheet
  }

  /// Makes every row high enough: first for labels of one row, then for those of several.
  private func fitRows(of sheet: inout LaidOutSheet, _ plan: TablePlan) {
    let least: Double = plan.table.arrangement == .matrix ? 22 : 26
    for row in 1...max(1, plan.rowCount) {
      sheet.rowHeights[row + PlacedTable.rowsAbove] = least
    }
    for label in plan.labels.sorted(by: { $0.range.rowCount < $1.range.rowCount }) {
      sheet.fit(label.text, in: label.range.movedDown(by: PlacedTable.rowsAbove), least: least)
    }
  }

  /// The entry rules of the fields: one for each kind of column.
  private func entryRules(of placed: PlacedTable) -> [EntryRule] {
    var kinds: [(kind: EntryRule.Kind, cells: [GridReference])] = []
    for field in placed.plan.fields where values.totals[field.name] == nil {
      guard let cell = placed.range(of: field.name)?.topLeft else { continue }
      let kind = field.column.entryKind
      if let index = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[index].cells.append(cell)
      } else {
        kinds.append((kind, [cell]))
      }
    }
    return kinds.flatMap { kind, cells -> [EntryRule] in
      let runs = GridRange.runs(of: cells.sorted())
      // Programs differ in the cell that a formula is relative to, unless the first is the upper left of all.
      guard GridRange.bounding(cells)?.topLeft == runs.first?.topLeft else {
        return runs.map { EntryRule([$0], kind) }
      }
      return [EntryRule(runs, kind)]
    }
  }

  /// The highlights of violated relations and of values of the wrong kind, each in its own cells.
  private func highlights(of placed: PlacedTable) -> [Highlight] {
    var highlights = checkedInstances.compactMap { instance -> Highlight? in
      let operands = (instance.left + instance.right).filter {
        !$0.isPrevious && $0.field.table == placed.plan.table.id
      }
      let cells = operands.compactMap { placed.range(of: $0.field)?.topLeft }
      guard !cells.isEmpty, let check = formula(of: instance, on: placed.sheet) else { return nil }
      let texts = textCount(in: instance, on: placed.sheet)
      return Highlight(
        GridRange.runs(of: cells.sorted()), when: "AND(NOT(\(check.holds)),\(texts)=0)", .broken)
    }
    for rule in entryRules(of: placed) {
      guard let first = rule.ranges.first?.topLeft.a1 else { continue }
      highlights.append(
        Highlight(rule.ranges, when: rule.kind.isDoubtful(first), .doubtful))
    }
    return highlights
  }
}

extension FormColumn {
  /// The kind of values that may be entered into the column's fields.
  var entryKind: EntryRule.Kind {
    switch kind {
    case .count: .count
    case .signedCount: .signedCount
    case .amount: .amount(decimals: decimals)
    }
  }
}
