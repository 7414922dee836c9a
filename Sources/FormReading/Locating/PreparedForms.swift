import ReportModel
import Threads

/// The forms that were needed so far, each prepared once.
final class PreparedForms: Sendable {
  private let forms = Guarded<[String: PreparedForm]>([:])
  private let known: KnownLabels

  /// Prepares forms of `library` when they are needed.
  init(_ library: FormLibrary) { known = KnownLabels { library.forms } }

  /// The prepared form of `definition`.
  func callAsFunction(_ definition: FormDefinition) -> PreparedForm {
    forms.withLock { forms in
      if let form = forms[definition.id] { return form }
      let form = PreparedForm(definition, known: known)
      forms[definition.id] = form
      return form
    }
  }
}
