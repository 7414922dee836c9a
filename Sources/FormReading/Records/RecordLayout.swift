/// How the records of our own delimited text are laid out.
package enum RecordLayout: String, Sendable, Hashable, CaseIterable {
  /// One line a field, with its names.
  case long
  /// The sheets one below the other, as they look.
  case grid

  /// The first record of the long layout.
  package static let header = ["table", "row", "column", "label", "value"]

  /// The words that begin a record that is about no field.
  package enum Head: String {
    /// The form, the agency, the year or the title.
    case report
    /// Something the form asks about the agency.
    case contact
    /// What a cell said beside its number.
    case note
    /// A section's prose, or a part of it.
    case section
  }
}
