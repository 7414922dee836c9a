import ReportModel
import Synchronization

/// The forms that were needed so far, each prepared once.
final class PreparedForms: Sendable {
  private let forms = Mutex<[String: PreparedForm]>([:])

  /// The prepared form of each of `definitions`.
  func callAsFunction(_ definitions: [FormDefinition]) -> [PreparedForm] {
    forms.withLock { forms in
      definitions.map { definition in
        if let form = forms[definition.id] { return form }
        let form = PreparedForm(definition)
        forms[definition.id] = form
        return form
      }
    }
  }
}
