import ReportModel
import Synchronization

/// The forms that were needed so far, each prepared once.
final class PreparedForms: Sendable {
  private let forms = Mutex<[String: PreparedForm]>([:])

  /// The prepared form of `definition`.
  func callAsFunction(_ definition: FormDefinition) -> PreparedForm {
    forms.withLock { forms in
      if let form = forms[definition.id] { return form }
      let form = PreparedForm(definition)
      forms[definition.id] = form
      return form
    }
  }
}
