/// A section of prose of a form.
package struct FormSection: Sendable, Hashable {
  /// The id, such as `overview`.
  package let id: String
  /// The heading, such as `一、总体情况`.
  package let label: String
  /// Other wordings of the heading that submissions use.
  package let aliases: [String]?
  /// The name of the section's sheet in a template.
  package let sheet: String
}
