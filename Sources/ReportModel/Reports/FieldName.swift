/// The name of one fillable cell of a form, `table.row.column`, such as
/// `requests.outcome.refused.stateSecret.naturalPerson`.
///
/// The row may itself hold dots; table and column never do.
package struct FieldName: Hashable, Sendable, CustomStringConvertible {
  /// The table's id.
  package let table: String
  /// The row's id.
  package let row: String
  /// The column's id.
  package let column: String
  /// Every table of fields is looked up by name: hashing three strings each time would be a good part of
  /// reading a form.
  @usableFromInline let hash: Int

  /// Makes a name out of its parts.
  package init(table: String, row: String, column: String) {
    self.table = table
    self.row = row
    self.column = column
    var hasher = Hasher()
    hasher.combine(row)
    hasher.combine(column)
    hasher.combine(table)
    hash = hasher.finalize()
  }

  /// Makes a name out of its text, or nil when that has fewer than three parts.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, let first = parts.first, let last = parts.last,
      !parts.contains(where: \.isEmpty)
    else { return nil }
    self.init(
      table: String(first), row: parts.dropFirst().dropLast().joined(separator: "."),
      column: String(last))
  }

  /// The name as it is written in JSON, CSV and findings.
  package var description: String { table + "." + row + "." + column }

  @inlinable package static func == (left: Self, right: Self) -> Bool {
    left.hash == right.hash && left.row == right.row && left.column == right.column
      && left.table == right.table
  }

  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}
