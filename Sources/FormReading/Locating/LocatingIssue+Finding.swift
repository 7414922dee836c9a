import Diagnostics
import ReportModel

extension LocatingIssue {
  /// The finding that says so.
  var finding: Finding {
    Finding(rule: rule, severity: severity, message: kind.message, cells: otherCells + cells)
  }

  /// The rule that it breaks.
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

  /// How grave it is: a note where the values were read and are hardly in doubt, a warning where a person
  /// should look, an error where something was not read.
  private var severity: Severity {
    switch kind {
    case .looseLabel, .byOrder, .movedNumber, .byName: .note
    case .sameDuplicate, .headless, .collapsedGroup, .unusedNumber, .unusedLine, .unlabelledLine,
      .unusedRest, .sameTable, .namedTable:
      .warning
    default: .error
    }
  }

  /// The cell of the label that is where the missing one should be.
  private var otherCells: [FindingCell] {
    switch kind {
    case .missingRow(_, _, _, let other?), .missingColumn(_, _, _, let other?),
      .missingHead(_, _, let other?):
      [other.cell]
    default: []
    }
  }
}
