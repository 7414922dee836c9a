import Diagnostics
import ReportModel

extension LocatingIssue {
  /// The finding of the issue.
  var finding: Finding {
    Finding(rule: rule, severity: severity, message: kind.message, cells: otherCells + cells)
  }

  /// The rule of the finding.
  var rule: RuleID {
    switch kind {
    case .looseLabel, .byOrder, .movedNumber, .byName: "label.loose"
    case .duplicateLabel, .sameDuplicate, .displacedLabel, .otherGroup, .uncertainLabel,
      .mergedFields, .severalInHead, .competingColumns, .nameConflict:
      "label.ambiguous"
    case .missingRow, .collapsedGroup: "row.missing"
    case .missingColumn, .missingHead, .headless: "column.missing"
    case .unusedNumber, .unusedLine, .unlabelledLine, .unusedRest, .shiftedRow, .shiftedTable,
      .numberInTitle:
      "value.unusedNumber"
    case .duplicateTable, .sameTable, .namedTable: "table.duplicate"
    }
  }

  /// The severity: a note if the values were read and are hardly in doubt, a warning if a person should check
  /// them, an error if something was not read or a label may not belong to its numbers.
  private var severity: Severity {
    switch kind {
    case .looseLabel, .byOrder, .movedNumber, .byName: .note
    case .sameDuplicate, .headless, .collapsedGroup, .unusedNumber, .unusedLine, .unlabelledLine,
      .unusedRest, .sameTable, .namedTable:
      .warning
    default: .error
    }
  }

  /// The cell of the label in the place of the missing one.
  private var otherCells: [FindingCell] {
    switch kind {
    case .missingRow(_, _, _, let other?), .missingColumn(_, _, _, let other?),
      .missingHead(_, _, let other?):
      [other.cell]
    default: []
    }
  }
}
