/// The forms of a run.
///
/// A built-in form is decoded on first use: one submission needs only one.
package struct FormLibrary: Sendable {
  private var lazyForms: [LazyForm]

  /// Makes a library of the built-in definitions in JSON, the newest first, each with its id.
  package init(builtIn definitions: [(id: String, json: [UInt8])]) {
    lazyForms = definitions.map { LazyForm(id: $0.id, json: $0.json) }
  }

  /// Makes a library of `forms`.
  package init(_ forms: [FormDefinition]) { lazyForms = forms.map { LazyForm($0) } }

  /// The forms; the newest of the built-in ones first.
  package var forms: [FormDefinition] { lazyForms.map(\.definition) }

  /// The ids of the forms, in their order.
  package var ids: [String] { lazyForms.map(\.id) }

  /// The form with `id`.
  package func form(_ id: String) -> FormDefinition? { lazyForms.first { $0.id == id }?.definition }

  /// Whether no form of `ids` has more fields than the one with `id`: if that one is found in full, no other
  /// can be better.
  ///
  /// The newest of the built-in forms has the most, which a test ensures, so that none needs decoding.
  package func isLargest(_ id: String, among ids: [String]) -> Bool {
    guard let form = lazyForms.first(where: { $0.id == id }) else { return false }
    return lazyForms.allSatisfy { other in
      other === form || !ids.contains(other.id) || form.isBuiltIn && other.isBuiltIn
        || other.definition.fields.count <= form.definition.fields.count
    }
  }

  /// Adds a user's own form in front; it replaces one with the same id.
  package mutating func add(_ form: FormDefinition) {
    lazyForms.removeAll { $0.id == form.id }
    lazyForms.insert(LazyForm(form), at: 0)
  }
}
