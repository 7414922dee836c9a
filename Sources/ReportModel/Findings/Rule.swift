package import Diagnostics

/// What a rule is about, for `rules list`, `rules explain` and the rules of a SARIF log.
package struct Rule: Sendable, Hashable {
  /// The stable name.
  package let id: RuleID
  /// The severity that its findings have.
  package let severity: Severity
  /// What it checks, in a sentence.
  package let what: Phrase
  /// Why that matters.
  package let why: Phrase
  /// Where it comes from.
  package let source: Phrase
  /// Something that breaks it.
  package let example: Phrase
  /// How to mend a breach.
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
