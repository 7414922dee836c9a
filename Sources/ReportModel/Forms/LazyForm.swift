import Threads

/// A lazily decoded form of a library.
final class LazyForm: Sendable {
  /// The form's id.
  let id: String
  /// The definition of a built-in form; empty for a form that was read before.
  private let json: [UInt8]
  private let given: FormDefinition?
  private let decoded = MadeOnce<FormDefinition>()
  /// Whether it is a built-in form.
  var isBuiltIn: Bool { given == nil }

  /// Makes a form of a built-in definition.
  init(id: String, json: [UInt8]) {
    self.id = id
    self.json = json
    given = nil
  }

  /// Makes a form that was read before.
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
