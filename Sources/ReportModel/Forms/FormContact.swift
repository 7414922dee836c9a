/// A question of a form's template about the agency, besides its name and the year.
package struct FormContact: Sendable, Hashable {
  /// The id, such as `phone`.
  package let id: String
  /// The label, such as `联系电话`.
  package let label: String
}
