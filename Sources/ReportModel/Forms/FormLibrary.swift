/// The forms that a run knows.
///
/// A form that is built in is decoded when it is first asked for: one submission needs one of them.
package struct FormLibrary: Sendable {
  private var shelf: [ShelvedForm]

  /// Makes a library of the built-in definitions in JSON, the newest first, each with the id that it has.
  package init(builtIn definitions: [(id: String, json: [UInt8])]) {
    shelf = definitions.map { ShelvedForm(id: $0.id, json: $0.json) }
  }

  /// Makes a library of `forms`.
  package init(_ forms: [FormDefinition]) { shelf = forms.map { ShelvedForm($0) } }

  /// The forms; the newest of the built-in ones first.
  package var forms: [FormDefinition] { shelf.map(\.definition) }

  /// The ids of the forms, in their order.
  package var ids: [String] { shelf.map(\.id) }

  /// The form with `id`.
  package func form(_ id: String) -> FormDefinition? { shelf.first { $0.id == id }?.definition }

  /// Adds a user's own form in front; one with the same id gives way.
  package mutating func add(_ form: FormDefinition) {
    shelf.removeAll { $0.id == form.id }
    shelf.insert(ShelvedForm(form), at: 0)
  }
}
