import Findings
import ReportModel
import Synchronization

/// The checkers of the forms that were met so far, each made once: a batch has thousands of files of one
/// form.
final class RelationCheckers: Sendable {
  private let checkers = Mutex<[Key: RelationChecker]>([:])

  private struct Key: Hashable {
    let form: String
    let disabled: Set<RuleID>
  }

  /// The checker for the reports of `definition` that leaves out the rules in `disabled`.
  func checker(of definition: FormDefinition, disabled: Set<RuleID>) -> RelationChecker {
    let key = Key(form: definition.id, disabled: disabled)
    return checkers.withLock { checkers in
      if let checker = checkers[key] { return checker }
      let checker = RelationChecker(definition, disabled: disabled)
      checkers[key] = checker
      return checker
    }
  }
}
