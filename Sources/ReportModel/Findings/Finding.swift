#if canImport(FoundationEssentials)
  package import FoundationEssentials
#else
  package import Foundation
#endif
package import Diagnostics

/// A problem or doubt in a submission: rule, severity, message, and the cells it is about.
package struct Finding: Sendable, Hashable {
  /// The submission's file name as the user gave it.
  package var file: String
  /// The rule that found it.
  package var rule: RuleID
  /// Its severity.
  package var severity: Severity
  /// The whole message, numbers included, without file and cell.
  package var message: Phrase
  /// The value of a relation's left side.
  package var left: Decimal?
  /// The value of a relation's right side.
  package var right: Decimal?
  /// Every cell that it is about; it is reported at the first.
  package var cells: [FindingCell]

  /// Makes a finding.
  package init(
    file: String = "", rule: RuleID, severity: Severity, message: Phrase, left: Decimal? = nil,
    right: Decimal? = nil, cells: [FindingCell] = []
  ) {
    self.file = file
    self.rule = rule
    self.severity = severity
    self.message = message
    self.left = left
    self.right = right
    self.cells = cells
  }

  /// Left minus right, for a relation.
  package var difference: Decimal? {
    guard let left, let right else { return nil }
    return left - right
  }
}
