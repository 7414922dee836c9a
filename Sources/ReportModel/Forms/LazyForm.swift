import Threads

/// A form in a library, decoded when it is first needed.
final class LazyForm: Sendable {
  /// The form's id.
  let id: String
  /// The definition of a form that is built in; empty for a form that was read before.
  private let json: [UInt8]
  private let given: FormDefinition?
  private let decoded = MadeOnce<FormDefinition>()
  /// Whether the form is built in.
  var isBuiltIn: Bool { given == nil }

  /// Takes a definition that is built in.
  init(id: String, json: [UInt8]) {
    self.id = id
    self.json = json
    given = nil
  }

  /// Takes a form that was read before.
  init(_ form: FormDefinition) {
    id = form.id
    json = []
    given = form
  }

  /// The form.
  ///
  /// Built-in definitions are tested, and so not searched for contradictions again.
  var definition: FormDefinition {
    given
      ?? decoded {
        guard let form = try? FormDefinition(json: json, isTrusted: true) else {
          preconditionFailure("the definition of \(id) that is built in cannot be used")
        }
        return form
      }
  }
}
