import Synchronization

/// A form in a library, decoded or not yet.
final class ShelvedForm: Sendable {
  /// The form's id.
  let id: String
  private let json: [UInt8]
  /// Whether the form is built in.
  var isBuiltIn: Bool { !json.isEmpty }
  private let decoded: Mutex<FormDefinition?>

  /// Shelves a definition that is built in.
  init(id: String, json: [UInt8]) {
    self.id = id
    self.json = json
    decoded = Mutex(nil)
  }

  /// Shelves a form that was read before.
  init(_ form: FormDefinition) {
    id = form.id
    json = []
    decoded = Mutex(form)
  }

  /// The form.
  ///
  /// Built-in definitions are tested, and so not searched for contradictions again.
  var definition: FormDefinition {
    decoded.withLock { decoded in
      if let decoded { return decoded }
      guard let form = try? FormDefinition(json: json, isTrusted: true) else {
        preconditionFailure("the definition of \(id) that is built in cannot be used")
      }
      decoded = form
      return form
    }
  }
}
