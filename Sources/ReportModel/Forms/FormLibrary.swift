import Languages

/// The forms that a run knows.
package struct FormLibrary: Sendable {
  /// The forms; the newest of the built-in ones first.
  package private(set) var forms: [FormDefinition]

  /// Makes a library of the built-in definitions in JSON, which are tested and so not searched for
  /// contradictions again.
  ///
  /// - Throws: ``FormDefinitionError`` for the first that cannot be used.
  package init(definitions: [[UInt8]]) throws(FormDefinitionError) {
    forms = []
    for definition in definitions {
      forms.append(try FormDefinition(json: definition, isTrusted: true))
    }
  }

  /// The form with `id`.
  package func form(_ id: String) -> FormDefinition? { forms.first { $0.id == id } }

  /// Adds a user's own form in front; one with the same id gives way.
  package mutating func add(_ form: FormDefinition) {
    forms.removeAll { $0.id == form.id }
    forms.insert(form, at: 0)
  }
}
