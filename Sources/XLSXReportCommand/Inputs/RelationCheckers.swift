import FormReading
import ReportModel
import Threads

/// The checkers of the forms so far, each made once: a batch has thousands of files of one form.
final class RelationCheckers: Sendable {
  private let checkers = Guarded<[Key: Checkers]>([:])

  /// The checkers of one form.
  struct Checkers: Sendable {
    /// Checks values and relations.
    let relations: RelationChecker
    /// Checks whether a report is filled in at all.
    let blanks: BlankChecker
    /// Checks the agency and the year of a report.
    let identity: IdentityChecker
  }

  private struct Key: Hashable, Sendable {
    let form: String
    let disabled: Set<RuleID>
  }

  /// The checkers for the reports of `definition`, without the rules in `disabled`.
  func checkers(of definition: FormDefinition, disabled: Set<RuleID>) -> Checkers {
    let key = Key(form: definition.id, disabled: disabled)
    return checkers.withLock { checkers in
      if let made = checkers[key] { return made }
      let made = Checkers(
        relations: RelationChecker(definition, disabled: disabled),
        blanks: BlankChecker(definition), identity: IdentityChecker(definition))
      checkers[key] = made
      return made
    }
  }
}
