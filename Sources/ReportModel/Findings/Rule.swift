package import Diagnostics

/// The description of a rule, for `rules list`, `rules explain` and the rules of a SARIF log.
package struct Rule: Sendable, Hashable {
  /// The stable name.
  package let id: RuleID
  /// The severity that its findings have.
  package let severity: Severity
  /// What it checks, in a sentence.
  package let what: Phrase
  /// Why that matters.
  package let why: Phrase
  /// Its source.
  package let source: Phrase
  /// An example of a violation.
  package let example: Phrase
  /// How to fix a violation.
  package let mend: Phrase

  /// Makes a rule.
  package init(
    id: RuleID, severity: Severity, what: Phrase, why: Phrase, source: Phrase, example: Phrase,
    mend: Phrase
  ) {
    self.id = id
    self.severity = severity
    self.what = what
    self.why = why
    self.source = source
    self.example = example
    self.mend = mend
  }
}
