/// A row of a form's table.
package struct FormRow: Sendable, Hashable {
  /// The id, such as `outcome.refused.stateSecret`.
  package let id: String
  /// The labels from the outermost group down to the row's own.
  package let path: [String]
  /// The ids of the columns that the row has fields in; nil for all of the table's.
  package let columns: [String]?
  /// Other wordings of the own label that submissions use.
  package let aliases: [String]?
  /// Whether the form's layout makes it the total of rows above.
  package let isTotal: Bool?
  /// Whether the row takes the values of a submission in which the row's group is one row without leaves, as
  /// in older layouts.
  package let takesGroup: Bool?

  /// The row's own label: the last of its path.
  package var label: String { path.last ?? id }
}
