/// The layout of the records of our own delimited text.
package enum RecordLayout: String, Sendable, Hashable, CaseIterable {
  /// One line per field, with its names.
  case long
  /// The sheets below each other, as they look.
  case grid

  /// The header record of the long layout.
  package static let header = ["table", "row", "column", "label", "value"]

  /// The words that begin a record that is not about a field.
  package enum Head: String {
    /// The form, the agency, the year or the title.
    case report
    /// Something the form asks about the agency.
    case contact
    /// The remark in a cell beside its number.
    case note
    /// A section's prose, or a part of it.
    case section
  }
}
